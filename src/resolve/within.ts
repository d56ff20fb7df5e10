// Resolution within one article: who said what, once, with which claims, on whose word.
import type { Attribution, Extraction } from '../extract/types.ts';
import type { Document, Span } from '../text/types.ts';
import { resolveSaid } from './dates.ts';
import { localId } from './ids.ts';
import { resolveSources } from './sources/within.ts';
import type { LocalClaim, LocalStatement, Mention, Reading, Stance } from './types.ts';

/** Resolves what was extracted from one article into a reading. The same input gives the same reading; never throws. */
export function resolveWithin(document: Document, extraction: Extraction, extractorId: string): Reading {
  const { article } = document;
  const { sources, of, links, partOf, outlet } = resolveSources(document, extraction);
  const parts = extraction.attributions
    .filter((a) => a.statement)
    .map((a) => toStatement(document, a, a.source[0] ? (of(a.source[0])[0] ?? null) : null));
  return {
    article: article.id,
    extractor: extractorId,
    sources,
    mentions: parts.map((p) => p.mention),
    statements: parts.map((p) => p.statement),
    claims: parts.flatMap((p) => p.claims),
    events: [],
    reliances: [],
    relations: [],
    links,
    partOf,
    outlet,
    publishedOn: article.publishedOn,
    prints: [],
  };
}

function toStatement(document: Document, a: Attribution, source: string | null) {
  const { article } = document;
  const spans = [...a.source, ...a.cue, ...a.content];
  const id = localId('t', article.id, ...spans);
  const mentionId = localId('m', article.id, ...spans);
  const text = a.content.map((s) => article.text.slice(...s)).join(' … ');
  const claim: LocalClaim = {
    id: localId('c', article.id, ...spans),
    text,
    occurrence: false,
    event: null,
    places: [{ mention: mentionId, spans: a.content }],
    features: {
      heads: [],
      entities: [],
      content: [],
      quantities: [],
      negated: false,
      prospective: false,
      quotation: null,
    },
  };
  const claims = a.act === 'OTHER' || text === '' ? [] : [claim];
  const stance: Stance =
    a.act === 'CONFIRMED'
      ? 'confirms'
      : a.act === 'DENIED'
        ? 'denies'
        : a.act === 'WARNED' || a.act === 'PREDICTED'
          ? 'predicts'
          : 'asserts';
  const statement: LocalStatement = {
    id,
    source,
    act: a.act,
    provisional: a.provisional,
    said: resolveSaid(a.time && article.text.slice(...a.time), article.publishedOn),
    channel: a.channel && article.text.slice(...a.channel),
    retracts: [],
    claims: claims.map((c) => ({ id: c.id, stance, factuality: a.factuality })),
    communication: null,
  };
  const mention: Mention = {
    id: mentionId,
    source: a.source,
    cue: a.cue,
    content: a.content,
    passage: passageOf(spans),
    statement: id,
    claims: claims.map((c) => c.id),
    factuality: a.factuality,
    confidence: a.confidence,
    via: null,
    reason: 'one mention',
  };
  return { mention, statement, claims };
}

const passageOf = (spans: readonly Span[]): Span => [
  Math.min(...spans.map((s) => s[0])),
  Math.max(...spans.map((s) => s[1])),
];
