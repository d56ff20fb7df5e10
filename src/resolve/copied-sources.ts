// Unnamed sources of two articles that say the same in the same words: one article has them from the other.
import { overlaps } from '../text/span.ts';
import type { Span } from '../text/types.ts';
import type { Link, LocalSource, Reading } from './types.ts';

/** Share of the fingerprints of the shorter of two passages that the other must have, too. */
const SAME_WORDS = 0.5;

/**
 * Two unnamed sources of one description are one where their words stand in both articles word for word: two outlets that each
 * found an auditor of their own would not put it alike. O((prints + mentions) log mentions).
 */
export function copiedSources(a: Reading, b: Reading): readonly Link[] {
  const there = new Map(b.prints.map(({ hash, span }) => [hash, span]));
  const shared = a.prints.flatMap(({ hash, span }) => {
    const other = there.get(hash);
    return other === undefined ? [] : [[span, other] as const];
  });
  if (shared.length === 0) return [];
  const [here, beyond] = [unnamedIn(a), unnamedIn(b)];
  const common = new Map<string, { one: Told; other: Told; count: number }>();
  for (const [span, elsewhere] of shared) {
    const [one, other] = [here.at(span), beyond.at(elsewhere)];
    if (one === undefined || other === undefined) continue;
    const key = `${one.mention} ${other.mention}`;
    common.set(key, { one, other, count: (common.get(key)?.count ?? 0) + 1 });
  }
  const links = [...common.values()].flatMap(({ one, other, count }): Link[] => {
    const shorter = Math.min(here.prints(one), beyond.prints(other));
    return count >= SAME_WORDS * shorter && describedAlike(one.source, other.source)
      ? [toLink(one.source.id, other.source.id)]
      : [];
  });
  return [...new Map(links.map((link) => [`${link.a} ${link.b}`, link])).values()];
}

/** A mention of an unnamed source. */
interface Told {
  readonly mention: string;
  readonly passage: Span;
  readonly source: LocalSource;
}

/** Mentions of unnamed sources by place: that with the last beginning where several stand in one another. */
function unnamedIn({ sources, statements, mentions, prints }: Reading) {
  const unnamed = new Map(sources.filter((s) => !s.named && s.kind !== 'Outlet').map((s) => [s.id, s]));
  const speaker = new Map(statements.map(({ id, source }) => [id, unnamed.get(source ?? '')]));
  const told = mentions
    .flatMap(({ id, passage, statement }): Told[] => {
      const source = speaker.get(statement);
      return source === undefined ? [] : [{ mention: id, passage, source }];
    })
    .sort((x, y) => x.passage[0] - y.passage[0]);
  const at = (span: Span): Told | undefined => {
    let [low, high] = [0, told.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((told[middle]?.passage[0] ?? 0) < span[1]) low = middle + 1;
      else high = middle;
    }
    const found = told[low - 1];
    return found !== undefined && overlaps(found.passage, span) ? found : undefined;
  };
  const counts = new Map<Told, number>();
  for (const { span } of prints) {
    const found = at(span);
    if (found !== undefined) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return { at, prints: (each: Told): number => counts.get(each) ?? 0 };
}

const describedAlike = (s: LocalSource, t: LocalSource): boolean =>
  s.kind === t.kind && s.descriptors.some((word) => t.descriptors.includes(word));

function toLink(s: string, t: string): Link {
  const [a = s, b = t] = [s, t].sort();
  const reason = 'both articles tell what it says in the same words';
  return { kind: 'source', a, b, judgement: 'probable', reason, opens: null, question: null };
}
