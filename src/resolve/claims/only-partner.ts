// Claims that hardly say more than one word or one amount: each is the one claim of the other article that has it.
import { linkOf } from '../identity.ts';
import type { Link, Quantity, Reading } from '../types.ts';
import { countsEvents, likeness, type Rarity } from './compare.ts';
import { weightOf } from './evidence.ts';
import { isOnlyDenied, type Stance } from './stances.ts';

/**
 * "the sale", "we have sold": a claim of one word only is the claim of the other article that tells of such a happening,
 * where there is no other; so is a word for it that somebody denies ("a gust").
 */
export function byOnlyPartner(
  a: Reading,
  b: Reading,
  links: readonly Link[],
  rarity: Rarity,
  believed: (weight: number) => boolean,
  stances: ReadonlyMap<string, readonly Stance[]>,
): readonly Link[] {
  const linked = new Set(links.flatMap((link) => [link.a, link.b]));
  const found: Link[] = [];
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const)
    for (const short of from.claims) {
      const { heads, content, entities, circumstances, quantities } = short.features;
      if (linked.has(short.id) || content.length !== 1 || entities.length + quantities.length > 0) continue;
      // Nobody denies what nobody says: "a gust" that somebody denies is the gust that somebody tells of.
      const named = circumstances.length === 0 && isOnlyDenied(stances.get(short.id) ?? []);
      if (heads.length === 0 && !named) continue;
      const partners = to.claims.filter(
        ({ features }) =>
          content.every((word) => features[heads.length === 0 ? 'content' : 'heads'].includes(word)) &&
          !countsEvents(features),
      );
      const [partner] = partners;
      if (partner === undefined || partners.length > 1 || content.some((word) => rarity(word) < 0.5))
        continue;
      const { features } = partner;
      if (!believed(weightOf(short.features, features, likeness(short.features, features, rarity)))) continue;
      if (features.prospective !== short.features.prospective || features.negated !== short.features.negated)
        continue;
      found.push(
        linkOf(
          'claim',
          short.id,
          partner.id,
          'probable',
          'the only happening of its kind in the other article',
        ),
      );
    }
  return found;
}

/** "It had been doing 78": a claim of an amount only is the one claim of the other article that has this amount. */
export function byOnlyAmount(
  a: Reading,
  b: Reading,
  links: readonly Link[],
  rarity: Rarity,
  believed: (weight: number) => boolean,
): readonly Link[] {
  const linked = new Set(links.flatMap((link) => [link.a, link.b]));
  return [
    [a, b],
    [b, a],
  ].flatMap(([from, to]) =>
    (from?.claims ?? []).flatMap((short) => {
      const { content, entities, circumstances, quantities, negated, prospective } = short.features;
      const [amount] = quantities;
      const bare = content.length + entities.length + circumstances.length === 0;
      if (linked.has(short.id) || !bare || amount === undefined || quantities.length > 1) return [];
      if (amount.value <= FEW) return [];
      const partners = (to?.claims ?? []).filter(({ features }) =>
        features.quantities.some((other) => isOneAmount(amount, other)),
      );
      const [partner] = partners;
      if (partner === undefined || partners.length > 1) return [];
      const { features } = partner;
      const fits = features.negated === negated && features.prospective === prospective;
      return fits && believed(weightOf(short.features, features, likeness(short.features, features, rarity)))
        ? [
            linkOf(
              'claim',
              short.id,
              partner.id,
              'probable',
              'the only one in the other article with this amount',
            ),
          ]
        : [];
    }),
  );
}

const isOneAmount = (x: Quantity, y: Quantity): boolean =>
  (x.unit === y.unit || x.unit === '' || y.unit === '') && x.value === y.value;

/** Numbers up to this stand in claims of all kinds. */
export const FEW = 3;
