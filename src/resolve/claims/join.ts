// Claims over articles: which are one proposition, which give another value for the same thing, which contradict.
import { linkOf, type Same, sameBy } from '../identity.ts';
import { topicLikeness } from '../topic.ts';
import type { ClaimFeatures, Link, LocalClaim, LocalClaimRelation, Quantity, Reading } from '../types.ts';
import {
  countsEvents,
  judge,
  type Likeness,
  likeness,
  type Rarity,
  rarityIn,
  type Setting,
  type Verdict,
} from './compare.ts';
import { beliefIn, weightOf } from './evidence.ts';
import { areLikelyOne } from './likelihood.ts';

export interface JoinedClaims {
  readonly links: readonly Link[];
  readonly relations: readonly LocalClaimRelation[];
}

/** Likeness of topics from which on two articles are surely of one affair, and may tell one claim in other words. */
const ONE_AFFAIR = 0.25;

/** How one claim of an article stands to one of another. */
interface Judged {
  readonly x: LocalClaim;
  readonly y: LocalClaim;
  readonly verdict: Verdict;
  /** What they have in common. */
  readonly weight: number;
}

/** Compares the claims of two readings that share a word. O(pairs that share a word). */
export function joinClaims(a: Reading, b: Reading, sources: readonly Link[]): JoinedClaims {
  const rarity = rarityIn([...a.claims, ...b.claims].map((claim) => claim.features));
  const same = sameBy(sources, 'source');
  const [before, after] = [stancesIn(a), stancesIn(b)];
  const details = new Map(
    [...a.relations, ...b.relations].filter((r) => r.kind === 'DETAIL_OF').map((r) => [r.from, r.to]),
  );
  const oneAffair = topicLikeness(a, b) >= ONE_AFFAIR;
  const judged: Judged[] = [];
  const likely: (readonly [LocalClaim, LocalClaim])[] = [];
  const beside: Beside[] = [];
  for (const [x, y] of pairs(a.claims, b.claims)) {
    if (details.has(x.id) || details.has(y.id)) continue;
    const setting = settingOf(before.get(x.id) ?? [], after.get(y.id) ?? [], same);
    const found = judgeAll(x, y, rarity, setting);
    if (found.verdict !== 'none') judged.push({ x, y, ...found });
    else if (oneAffair && likelyOne(x, y, rarity, setting)) likely.push([x, y]);
    else if (maySeeAlso(x.features, y.features))
      beside.push({ x, y, like: likeness(x.features, y.features, rarity) });
  }
  const independent = Math.min(
    new Set(judged.map(({ x }) => x)).size,
    new Set(judged.map(({ y }) => y)).size,
  );
  const believed = beliefIn(a, b, independent);
  const links: Link[] = [];
  const relations: LocalClaimRelation[] = [];
  for (const { x, y, verdict, weight } of judged) {
    if (!believed(weight)) continue;
    if (verdict === 'same')
      links.push(
        linkOf(
          'claim',
          x.id,
          y.id,
          'probable',
          `both articles tell it in the same words: ${wordsOfBoth(x, y)}`,
        ),
      );
    // One claim, which one of them is told to deny: the graph turns its stance.
    else if (verdict === 'contradicts')
      links.push(linkOf('claim', x.id, y.id, 'probable', 'one says what the other negates'));
    else if (verdict === 'value') relations.push(valueRelation(a, b, x, y, same));
  }
  for (const [x, y] of likely)
    if (believed(weightOf(x.features, y.features, likeness(x.features, y.features, rarity))))
      links.push(
        linkOf('claim', x.id, y.id, 'probable', `most likely one, by what both have: ${wordsOfBoth(x, y)}`),
      );
  const stances = new Map([...before, ...after]);
  links.push(...byOnlyPartner(a, b, links, rarity, believed, stances));
  links.push(...byOnlyAmount(a, b, links, rarity, believed));
  relations.push(...seeAlso(beside, believed));
  const mains = sameBy(links, 'claim');
  for (const [x, y] of pairs(a.claims, b.claims)) {
    const [p, q] = [details.get(x.id), details.get(y.id)];
    if (p === undefined || q === undefined || !mains(p, q)) continue;
    if (judge(x.features, y.features, rarity, { sameVoice: true }) === 'same')
      links.push(linkOf('claim', x.id, y.id, 'probable', 'the same detail of the same happening'));
  }
  return { links, relations };
}

/** Two claims that are not one, and what they have in common. */
interface Beside {
  readonly x: LocalClaim;
  readonly y: LocalClaim;
  readonly like: Likeness;
}

/** "See also" between two articles at most. */
const SEE_ALSO = 2;

/** One happening, and one of those in it: worth a closer look. */
const maySeeAlso = (a: ClaimFeatures, b: ClaimFeatures): boolean =>
  a.heads.some((key) => b.heads.includes(key)) &&
  [...a.entities, ...a.subject].some((key) => b.entities.includes(key) || b.subject.includes(key));

/** The claims of two articles that tell other things of one happening and the same participants: the most alike, each once. */
function seeAlso(
  beside: readonly Beside[],
  believed: (weight: number) => boolean,
): readonly LocalClaimRelation[] {
  const used = new Set<string>();
  return beside
    .filter(({ like }) => like.words >= 0.9 && like.dice >= 0.3 && like.amounts !== 'different')
    .filter(({ x, y, like }) => believed(weightOf(x.features, y.features, like)))
    .toSorted((p, q) => q.like.dice - p.like.dice || (p.x.id + p.y.id < q.x.id + q.y.id ? -1 : 1))
    .filter(({ x, y }) => {
      const free = !used.has(x.id) && !used.has(y.id);
      used.add(x.id).add(y.id);
      return free;
    })
    .slice(0, SEE_ALSO)
    .map(({ x, y }) => ({
      from: x.id,
      to: y.id,
      kind: 'RELATED',
      reason: 'other things of one happening and the same participants',
    }));
}

/** Words named in a reason. */
const NAMED = 4;

/** The first words that two claims both have, names as they are stemmed. */
function wordsOfBoth(x: LocalClaim, y: LocalClaim): string {
  const there = new Set(wordingsOf(y).flatMap(wordsIn));
  const both = [
    ...new Set(
      wordingsOf(x)
        .flatMap(wordsIn)
        .filter((word) => there.has(word)),
    ),
  ].sort();
  return both.slice(0, NAMED).join(', ');
}

const wordsIn = ({ heads, content, circumstances }: ClaimFeatures): readonly string[] =>
  [...heads, ...content, ...circumstances].filter((word) => /^\p{L}/u.test(word));

const wordingsOf = (claim: LocalClaim): readonly ClaimFeatures[] => [claim.features, ...claim.wordings];

/** Two claims are one where any two of their wordings are; else what their fullest wordings say. */
function judgeAll(
  x: LocalClaim,
  y: LocalClaim,
  rarity: Rarity,
  setting: Setting,
): Pick<Judged, 'verdict' | 'weight'> {
  const all = wordingsOf(x).flatMap((p) =>
    wordingsOf(y).map((q) => ({ p, q, verdict: judge(p, q, rarity, setting) })),
  );
  const verdict = all.some((each) => each.verdict === 'same') ? 'same' : (all[0]?.verdict ?? 'none');
  const weights = all
    .filter((each) => verdict !== 'none' && each.verdict === verdict)
    .map(({ p, q }) => weightOf(p, q, likeness(p, q, rarity)));
  return { verdict, weight: Math.max(0, ...weights) };
}

/** Whether any two wordings of two claims are likely to be of one. */
const likelyOne = (x: LocalClaim, y: LocalClaim, rarity: Rarity, setting: Setting): boolean =>
  wordingsOf(x).some((p) => wordingsOf(y).some((q) => areLikelyOne(p, q, rarity, setting)));

interface Stance {
  readonly source: string | null;
  readonly denies: boolean;
}

function settingOf(before: readonly Stance[], after: readonly Stance[], same: Same): Setting {
  return {
    sameVoice: before.some((p) =>
      after.some((q) => p.source !== null && q.source !== null && same(p.source, q.source)),
    ),
    denied: before.every((p) => p.denies) !== after.every((q) => q.denies),
    bothDenied: before.some((p) => p.denies) && after.some((q) => q.denies),
  };
}

/** Who says each claim, and whether as a denial. */
function stancesIn(reading: Reading): ReadonlyMap<string, readonly Stance[]> {
  const stances = new Map<string, Stance[]>();
  for (const { source, claims } of reading.statements)
    for (const { id, stance } of claims) {
      const one = { source, denies: stance === 'denies' };
      const list = stances.get(id);
      if (list === undefined) stances.set(id, [one]);
      else list.push(one);
    }
  return stances;
}

/**
 * "the sale", "we have sold": a claim of one word only is the claim of the other article that tells of such a happening,
 * where there is no other.
 */
function byOnlyPartner(
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

const isOnlyDenied = (stances: readonly Stance[]): boolean =>
  stances.length > 0 && stances.every(({ denies }) => denies);

/** "It had been doing 78": a claim of an amount only is the one claim of the other article that has this amount. */
function byOnlyAmount(
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
const FEW = 3;

function* pairs(
  a: readonly LocalClaim[],
  b: readonly LocalClaim[],
): Generator<readonly [LocalClaim, LocalClaim]> {
  const byWord = new Map<string, LocalClaim[]>();
  const wordsOf = (claim: LocalClaim) => [
    ...new Set(
      wordingsOf(claim).flatMap(({ content, circumstances, quantities }) => [
        ...content,
        ...circumstances,
        // "It had been doing 78" has no word of its own.
        ...quantities.flatMap(({ value }) => (value > FEW ? [`=${value}`] : [])),
      ]),
    ),
  ];
  for (const claim of b)
    for (const word of wordsOf(claim)) {
      const list = byWord.get(word);
      if (list === undefined) byWord.set(word, [claim]);
      else list.push(claim);
    }
  for (const claim of a) {
    const partners = new Set(wordsOf(claim).flatMap((word) => byWord.get(word) ?? []));
    for (const partner of partners) yield [claim, partner];
  }
}

/**
 * Two amounts of one thing: the later count of the side that counts supersedes the earlier one; amounts told
 * for one day are in conflict.
 */
function valueRelation(a: Reading, b: Reading, x: LocalClaim, y: LocalClaim, same: Same): LocalClaimRelation {
  const [before, after] = [tellers(a, x), tellers(b, y)];
  const counting = before.some((s) =>
    after.some((t) => same(s.source, t.source) || (s.official && t.official)),
  );
  const [p, q] = [latest(before), latest(after)];
  if (counting && p !== null && q !== null && p !== q) {
    const [later, earlier] = p < q ? [y, x] : [x, y];
    return { from: later.id, to: earlier.id, kind: 'SUPERSEDES', reason: 'a later count' };
  }
  return { from: x.id, to: y.id, kind: 'CONFLICTS_IN_VALUE', reason: 'the same quantity, different amounts' };
}

interface Teller {
  readonly source: string;
  readonly official: boolean;
  readonly day: string | null;
}

const tellers = (reading: Reading, claim: LocalClaim): readonly Teller[] =>
  reading.statements.flatMap((statement) => {
    const source = reading.sources.find((each) => each.id === statement.source);
    const tells = statement.claims.some((each) => each.id === claim.id && each.stance !== 'denies');
    return source === undefined || !tells
      ? []
      : [{ source: source.id, official: source.official, day: statement.said.to ?? reading.publishedOn }];
  });

const latest = (all: readonly Teller[]): string | null =>
  all.reduce<string | null>(
    (day, each) => (each.day !== null && (day === null || each.day > day) ? each.day : day),
    null,
  );
