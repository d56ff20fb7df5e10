// Every place of an article where a source stands, and the background that says who the sources are.
import type { Attribution, Extraction } from '../../extract/types.ts';
import { tokenAt, tokenRange } from '../../text/lookup.ts';
import { compareSpans, coveringSpan, overlapLength, spanLength, trimSpan } from '../../text/span.ts';
import type { Document, Span } from '../../text/types.ts';
import { NESTING, namesInText, overlapsAny } from './background.ts';
import { AUDIENCE, PROVIDED } from './lexicon.ts';
import { withModifiers } from './modifiers.ts';
import type { Phrase } from './phrase.ts';
import type { Gender } from './pronouns.ts';
import { readPhrase } from './read-phrase.ts';

export interface Place {
  readonly span: Span;
  readonly phrase: Phrase;
  /** Index of its sentence and paragraph; -1 outside of the prose. */
  readonly sentence: number;
  readonly paragraph: number;
  /** Background places name people and bodies of the text, which need not be sources. */
  readonly source: boolean;
  /** It passes on what somebody says (a relay’s downstream end) or reports: as outlets do. */
  readonly relayer: boolean;
  readonly quoted: boolean;
  /** A pronoun behind what it says ("Orr had been moved, he said"): it stands for nobody whom that names. */
  readonly closing: boolean;
  /** Whom a source without a name works for: "engineers at X". */
  readonly employer: boolean;
  /** It begins its sentence, or a finite verb follows it and no preposition stands before it. */
  readonly subject: boolean;
  /** What a possessive later in the sentence tells: "Petra Valko offered her resignation". */
  readonly gender: Gender;
}

/** The extracted source spans, in text order, and where each given span went. */
export interface Places {
  readonly places: readonly Place[];
  /** Place spans by the given span: coordinated sources are several. */
  readonly of: (span: Span) => readonly Span[];
}

const key = ([start, end]: Span): string => `${start}-${end}`;

export function collectPlaces(document: Document, extraction: Extraction): Places {
  const { text } = document.article;
  const relayers = new Set([
    ...extraction.relays
      .filter((r) => r.kind !== 'based-on-data' && r.kind !== 'other')
      .map((r) => key(r.relayer)),
    ...extraction.attributions
      .filter((a) => a.act === 'REPORTED' || takesBackReport(text, a))
      .flatMap((a) => a.source.map(key)),
  ]);
  const given = [
    ...extraction.attributions.flatMap((a) => a.source),
    ...extraction.relays.flatMap((r) => [r.relayer, r.upstream]),
  ];
  const kept = wholePhrases(document, given);
  const pieces = new Map<string, readonly Phrase[]>();
  for (const span of new Set(kept.values())) pieces.set(key(span), coordinated(text, provider(text, span)));
  const quoted = document.quotations.map((q) => q.inner).sort(compareSpans);
  const wanted = new Map<string, Place>();
  const placed = (phrase: Phrase, source: boolean, relayer: boolean): Place => {
    const { span } = phrase;
    const sentence = tokenAt(document, span[0])?.sentence ?? -1;
    return {
      span,
      phrase,
      sentence,
      paragraph: document.sentences[sentence]?.paragraph ?? -1,
      source,
      relayer,
      quoted: overlapsAny(quoted, span),
      closing: source && closes(text, span),
      employer: false,
      subject: isSubject(document, span),
      gender: genderBehind(text, span[1], document.sentences[sentence]?.span[1] ?? span[1]),
    };
  };
  for (const span of given) {
    const found = kept.get(key(trimSpan(text, span)));
    for (const piece of found ? (pieces.get(key(found)) ?? []) : []) {
      const at = key(piece.span);
      const before = wanted.get(at);
      const relayer = relayers.has(key(span)) || (before?.relayer ?? false);
      wanted.set(at, before ? { ...before, relayer } : placed(piece, true, relayer));
    }
  }
  const sources = [...wanted.values()].filter((p) => !AUDIENCE.has(p.phrase.text.toLowerCase()));
  const taken = sources.map((p) => p.span).sort(compareSpans);
  const background = namesInText(document)
    .filter((span) => !overlapsAny(taken, span) || isEmployer(text, span, sources))
    .map((span) => ({
      ...placed(readPhrase(text, span), false, false),
      employer: isEmployer(text, span, sources),
    }))
    .filter(({ phrase: p }) => p.name !== null || p.form === 'definite' || p.noun?.role != null);
  return {
    places: [...sources, ...background].sort((a, b) => compareSpans(a.span, b.span)),
    of: (span) => {
      const found = kept.get(key(trimSpan(text, span)));
      return found ? (pieces.get(key(found)) ?? []).map((p) => p.span) : [];
    },
  };
}

/** "withdrew its report": whoever had a report out is an outlet. */
const takesBackReport = (text: string, { act, cue, content }: Attribution): boolean =>
  act === 'DENIED' &&
  /\bits (?:\p{Ll}+ ){0,2}(?:report|story|article)\b/u.test(
    text.slice(...(coveringSpan([...cue, ...content]) ?? [0, 0])),
  );

/** Behind a comma or a quotation mark, with hardly more than the verb up to the end of the sentence. */
const closes = (text: string, [start, end]: Span): boolean =>
  /[,”"’'] $/.test(text.slice(Math.max(0, start - 2), start)) &&
  /^ \p{Ll}+(?: (?!that\b)[\p{L}\d]+){0,3}[.;,]/u.test(text.slice(end, end + 80));

/** "Engineers at Halden Power": the name of the body to which a source without a name belongs. */
const isEmployer = (text: string, [start, end]: Span, sources: readonly Place[]): boolean =>
  /\b(?:at|of|for|from) $/.test(text.slice(Math.max(0, start - 6), start)) &&
  /^\p{Lu}/u.test(text.slice(start, end)) &&
  sources.some(
    ({ span, phrase }) =>
      span[0] < start && span[1] >= end && phrase.name === null && phrase.noun?.role === 'occupation',
  );

/** "Quaylands, the developer, broke …", "… that the board had been told": what its clause is about. */
function isSubject(document: Document, span: Span): boolean {
  const { tokens, sentences } = document;
  const [from, to] = tokenRange(document, span);
  const first = tokens[from];
  if (first === undefined) return false;
  if (sentences[first.sentence]?.tokens[0] === from) return true;
  const before = tokens[from - 1]?.pos;
  if (before === 'ADP' || before === 'VERB' || before === 'AUX' || before === 'PART') return false;
  let next = to;
  while (tokens[next]?.pos === 'ADV') next++;
  const verb = tokens[next];
  return (verb?.pos === 'VERB' || verb?.pos === 'AUX') && !verb.norm.endsWith('ing');
}

/** The first "his" or "her" behind a subject, before anybody else is named. */
function genderBehind(text: string, from: number, end: number): Gender {
  const behind = /^[\p{Ll} ,]{1,80}?\b(his|her|himself|herself)\b/u.exec(
    text.slice(from, Math.min(end, from + 100)),
  )?.[1];
  return behind === undefined ? null : behind.startsWith('hi') ? 'm' : 'f';
}

/** The whole noun phrase for each of the given spans, white space at the ends left out. */
function wholePhrases(document: Document, given: readonly Span[]): ReadonlyMap<string, Span> {
  const trimmed = given
    .map((span) => trimSpan(document.article.text, span))
    .filter((span) => spanLength(span) > 0)
    .sort(compareSpans);
  const longestAt = new Map(trimmed.map((span) => [span[0], span]));
  const whole = new Map(
    trimmed.map((span) => {
      const extended = withModifiers(document, span);
      if (extended === span) return [key(span), span];
      // Somebody inside the phrase may be a source: then the phrase is as long as the text was read to make it.
      const others = overlapsAny(trimmed, [span[1], extended[1]]);
      return [key(span), others ? (longestAt.get(span[0]) ?? span) : extended];
    }),
  );
  const merged = mergeSpans(document.article.text, [...whole.values()]);
  return new Map([...whole].map(([at, span]) => [at, merged.get(key(span)) ?? span]));
}

/** A description that follows a noun and its commas: "two people | who work on the ward". */
const DESCRIBES = /^,? (?:who|whose|which|that|familiar|close|with)\b/;

/** Spans that cover nearly the same words, or the same but for a description behind them, become the longest of them. */
function mergeSpans(text: string, spans: readonly Span[]): ReadonlyMap<string, Span> {
  const described = ([start, end]: Span, longest: Span): boolean =>
    start === longest[0] && DESCRIBES.test(text.slice(Math.min(end, longest[1]), Math.max(end, longest[1])));
  const groups: { longest: Span; readonly members: Span[] }[] = [];
  for (const span of [...new Map(spans.map((s) => [key(s), s])).values()].sort(compareSpans)) {
    const near = groups
      .slice(-NESTING)
      .find(
        (g) =>
          described(span, g.longest) ||
          overlapLength(span, g.longest) * 3 >= 2 * Math.max(spanLength(span), spanLength(g.longest)),
      );
    if (near === undefined) groups.push({ longest: span, members: [span] });
    else {
      near.members.push(span);
      if (spanLength(span) > spanLength(near.longest)) near.longest = span;
    }
  }
  return new Map(groups.flatMap((g) => g.members.map((member) => [key(member), g.longest] as const)));
}

/** "figures from the hospitals" stands for the hospitals. */
function provider(text: string, span: Span): Span {
  const found = /^(?:[\p{L}]+ ){0,2}?([\p{L}]+) (?:provided by|compiled by|from|by) /u.exec(
    text.slice(...span),
  );
  if (found === null || !PROVIDED.has((found[1] ?? '').toLowerCase())) return span;
  return [span[0] + found[0].length, span[1]];
}

/** "X and Y" of two names are two sources; so are "the hospitals in A and B". */
function coordinated(text: string, span: Span): readonly Phrase[] {
  const phrase = text.slice(...span);
  const whole = readPhrase(text, span);
  const at = phrase.indexOf(' and ');
  if (at < 0 || phrase.includes(',') || phrase.length > 200) return [whole];
  const left = readPhrase(text, [span[0], span[0] + at]);
  const right = readPhrase(text, [span[0] + at + 5, span[1]]);
  const shared = /\s(?:in|of|at) (?=\p{Lu}[\p{L} ]{0,40}$)/u.exec(phrase.slice(0, at));
  if (
    shared !== null &&
    left.noun?.plural &&
    left.noun.role === null &&
    right.name !== null &&
    right.noun === null
  ) {
    const each = { ...left, form: 'indefinite' as const };
    const other = `${phrase.slice(0, shared.index + shared[0].length)}${right.text}`;
    return [
      each,
      { ...each, span: right.span, text: other, words: readPhrase(other, [0, other.length]).words },
    ];
  }
  const each = [left, right].every((p) => p.name !== null);
  const apart =
    /^the /i.test(right.text) ||
    [left, right].every(
      (p) =>
        p.noun !== null || p.gender !== null || p.country !== null || / |^\p{Lu}{2,8}$/u.test(p.name ?? ''),
    );
  return each && apart ? [left, right] : [whole];
}
