// Sources of one article: which places speak of one voice, and who it is.
import type { Extraction } from '../../extract/types.ts';
import type { Document, Span } from '../../text/types.ts';
import type { Link, LocalSource, PartOf } from '../types.ts';

/** The sources of one article, and where each of its source spans belongs. */
export interface ResolvedSources {
  readonly sources: readonly LocalSource[];
  /**
   * Ids of the local sources that a source, relayer or upstream span stands for: mostly one; several for
   * "the hospitals in A and B" or "X and Y, both citing …"; none where the span is no source (a channel, a participant).
   */
  readonly of: (span: Span) => readonly string[];
  /** Open and rejected identities inside the article. */
  readonly links: readonly Link[];
  readonly partOf: readonly PartOf[];
  /** Local source of the outlet that published the article, or null where the text names none. */
  readonly outlet: string | null;
}

/** Clusters every place of one article where a source stands (attributions, relayers, upstreams). Never throws. */
export function resolveSources(document: Document, extraction: Extraction): ResolvedSources {
  const text = document.article.text;
  const spans = [
    ...extraction.attributions.flatMap((a) => a.source),
    ...extraction.relays.flatMap((r) => [r.relayer, r.upstream]),
  ];
  const byText = new Map<string, Span[]>();
  for (const span of spans) {
    const key = text.slice(...span).toLowerCase();
    byText.set(key, [...(byText.get(key) ?? []), span]);
  }
  const id = (span: Span) => `s:${document.article.id.slice(0, 16)}:${span[0]}-${span[1]}`;
  const sources: LocalSource[] = [...byText.values()].map((places) => {
    const first = places[0] ?? ([0, 0] as const);
    const name = text.slice(...first);
    return {
      id: id(first),
      kind: 'Person',
      name,
      aliases: [],
      named: true,
      official: false,
      country: null,
      mentions: places.map((span) => ({ id: id(span), span, judgement: 'certain', reason: 'same words' })),
      descriptors: [],
    };
  });
  const of = (span: Span) =>
    sources
      .filter((s) => s.mentions.some((m) => m.span[0] === span[0] && m.span[1] === span[1]))
      .map((s) => s.id);
  return { sources, of, links: [], partOf: [], outlet: null };
}
