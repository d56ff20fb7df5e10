// Claims that hardly say more than one word or one amount: each is the one claim of the other article that has it.
import { linkOf } from '../identity.ts';
import type { ClaimFeatures, Link, LocalClaim, Quantity, Reading } from '../types.ts';
import { countsEvents, likeness, type Rarity } from './compare.ts';
import { weightOf } from './evidence.ts';
import { isOnlyDenied, type Stance } from './stances.ts';

/** What is known of two articles when their shortest claims are looked at. */
export interface Known {
  /** Claims joined so far. */
  readonly links: readonly Link[];
  readonly rarity: Rarity;
  readonly believed: (weight: number) => boolean;
  readonly stances: ReadonlyMap<string, readonly Stance[]>;
}

/** Which claims of the other article may be the one that a short claim means, and why; null for a claim that is not that short. */
type Search = (
  short: LocalClaim,
  known: Known,
) => { readonly fits: (other: ClaimFeatures) => boolean; readonly reason: string } | null;

/** Links of claims that are too short to be compared. O(short claims × claims of the other article). */
export const byOnlyPartner = (a: Reading, b: Reading, known: Known): readonly Link[] => {
  const linked = new Set(
    known.links.flatMap((link) => (link.judgement === 'rejected' ? [] : [link.a, link.b])),
  );
  return [byWord, byAmount].flatMap((search) =>
    [[a.claims, b.claims] as const, [b.claims, a.claims] as const].flatMap(([from, to]) =>
      from.flatMap((short) => {
        const sought = linked.has(short.id) ? null : search(short, known);
        const [partner, second] = sought === null ? [] : to.filter(({ features }) => sought.fits(features));
        if (sought === null || partner === undefined || second !== undefined) return [];
        const [x, y] = [short.features, partner.features];
        if (x.prospective !== y.prospective || x.negated !== y.negated) return [];
        return known.believed(weightOf(x, y, likeness(x, y, known.rarity)))
          ? [linkOf('claim', short.id, partner.id, 'probable', sought.reason)]
          : [];
      }),
    ),
  );
};

/**
 * "the sale", "we have sold": a claim of one word only is the claim of the other article that tells of such a happening;
 * so is a word for it that somebody denies ("a gust").
 */
const byWord: Search = ({ id, features }, { rarity, stances }) => {
  const { heads, content, entities, circumstances, quantities } = features;
  const [word, ...others] = content;
  if (word === undefined || others.length + entities.length + quantities.length > 0 || rarity(word) < 0.5)
    return null;
  // Nobody denies what nobody says: "a gust" that somebody denies is the gust that somebody tells of.
  const named = circumstances.length === 0 && isOnlyDenied(stances.get(id) ?? []);
  if (heads.length === 0 && !named) return null;
  return {
    fits: (other) => other[heads.length === 0 ? 'content' : 'heads'].includes(word) && !countsEvents(other),
    reason: 'the only happening of its kind in the other article',
  };
};

/** "It had been doing 78": a claim of an amount only is the one claim of the other article that has this amount. */
const byAmount: Search = ({ features: { content, entities, circumstances, quantities } }) => {
  const [amount, ...others] = quantities;
  const words = content.length + entities.length + circumstances.length;
  if (amount === undefined || amount.value <= FEW || words + others.length > 0) return null;
  return {
    fits: (other) => other.quantities.some((each) => isOneAmount(amount, each)),
    reason: 'the only one in the other article with this amount',
  };
};

const isOneAmount = (x: Quantity, y: Quantity): boolean =>
  (x.unit === y.unit || x.unit === '' || y.unit === '') && x.value === y.value;

/** Numbers up to this stand in claims of all kinds. */
export const FEW = 3;
