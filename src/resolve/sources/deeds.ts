// What each source does in the article: two who do the same thing may be one.
import type { Act, Extraction } from '../../extract/types.ts';
import { tokensIn } from '../../text/lookup.ts';
import type { Document, Span } from '../../text/types.ts';
import { termsOf } from '../claims/words.ts';
import { type Cluster, root } from './cluster.ts';

/** A speech act at one place: what kind, and the words for what is said. */
export interface Deed {
  readonly act: Act;
  readonly terms: ReadonlySet<string>;
}

/** Everything that each source says. Ask with `deedsOf`, which follows clusters that were joined since. */
export type Deeds = readonly { readonly cluster: Cluster; readonly deed: Deed }[];

/** O(length of what is said). */
export function collectDeeds(
  document: Document,
  extraction: Extraction,
  clustersAt: (span: Span) => readonly Cluster[],
): Deeds {
  return extraction.attributions.flatMap(({ act, source, content }) => {
    const clusters = source.flatMap(clustersAt);
    if (act === 'OTHER' || content.length === 0 || clusters.length === 0) return [];
    const terms = new Set(termsOf(content.flatMap((span) => tokensIn(document, span))).map((t) => t.key));
    return clusters.map((cluster) => ({ cluster, deed: { act, terms } }));
  });
}

export const deedsOf = (deeds: Deeds, cluster: Cluster): readonly Deed[] =>
  deeds.filter((each) => root(each.cluster) === cluster).map(({ deed }) => deed);

/** Words that two acts have to share to be about one thing. */
const SHARED = 2;

/** Do the two do the same thing once: an act of one kind, told in words of which several are the same? */
export const doTheSame = (a: readonly Deed[], b: readonly Deed[]): boolean =>
  a.some((x) =>
    b.some((y) => x.act === y.act && [...x.terms].filter((term) => y.terms.has(term)).length >= SHARED),
  );
