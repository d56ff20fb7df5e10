// Claims over articles: which are one proposition, which give another value for the same thing, which contradict.
import { linkOf, sameBy } from '../identity.ts';
import { topicLikeness } from '../topic.ts';
import type { ClaimFeatures, Link, LocalClaim, LocalClaimRelation, Reading } from '../types.ts';
import {
  judge,
  type Likeness,
  likeness,
  type Rarity,
  rarityIn,
  type Setting,
  tellsSame,
  type Verdict,
} from './compare.ts';
import { beliefIn, weightOf } from './evidence.ts';
import { mayBeOne, oddsOf } from './likelihood.ts';
import { areMonthsApart } from './months.ts';
import { byOnlyPartner, FEW } from './only-partner.ts';
import { settingOf, stancesIn } from './stances.ts';
import { valueRelation } from './values.ts';

export interface JoinedClaims {
  readonly links: readonly Link[];
  readonly relations: readonly LocalClaimRelation[];
}

/** Likeness of topics from which on two articles are surely of one affair, and may tell one claim in other words. */
const ONE_AFFAIR = 0.25;

/** How one claim of an article stands to one of another. */
interface Compared {
  readonly x: LocalClaim;
  readonly y: LocalClaim;
  /** `likely`: one, by all that they have in common; `apart`: they exclude each other. */
  readonly verdict: Verdict | 'likely' | 'apart';
  /** What they have in common. */
  readonly weight: number;
  /** The logarithm of the odds that they are one. */
  readonly odds: number;
  /** Of their fullest wordings. */
  readonly like: Likeness;
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
  const compared: Compared[] = [];
  for (const [x, y] of pairs(a.claims, b.claims)) {
    if (details.has(x.id) || details.has(y.id)) continue;
    const setting = settingOf(before.get(x.id) ?? [], after.get(y.id) ?? [], same);
    const found = compareAll(x, y, rarity, setting);
    compared.push(found.verdict === 'likely' && !oneAffair ? { ...found, verdict: 'none' } : found);
  }
  const judged = compared.filter(({ verdict }) => JUDGED.has(verdict));
  const independent = Math.min(
    new Set(judged.map(({ x }) => x)).size,
    new Set(judged.map(({ y }) => y)).size,
  );
  const believed = beliefIn(a, b, independent);
  const links: Link[] = [];
  const relations: LocalClaimRelation[] = [];
  for (const each of compared) {
    const { x, y, verdict, weight, odds } = each;
    if (verdict === 'apart') links.push(linkOf('claim', x.id, y.id, 'rejected', 'in other months'));
    if (verdict === 'none' || verdict === 'apart' || !believed(weight)) continue;
    if (verdict === 'value') {
      relations.push(valueRelation(a, b, x, y, same));
      links.push(linkOf('claim', x.id, y.id, 'rejected', 'other amounts'));
    } else links.push(linkOf('claim', x.id, y.id, 'probable', reasonOf(each), odds));
  }
  const stances = new Map([...before, ...after]);
  links.push(...byOnlyPartner(a, b, { links, rarity, believed, stances }));
  relations.push(...seeAlso(compared, believed));
  const mains = sameBy(links, 'claim');
  for (const [x, y] of pairs(a.claims, b.claims)) {
    const [p, q] = [details.get(x.id), details.get(y.id)];
    if (p === undefined || q === undefined || !mains(p, q)) continue;
    if (tellsSame(x.features, y.features, rarity))
      links.push(linkOf('claim', x.id, y.id, 'probable', 'the same detail of the same happening'));
  }
  return { links, relations };
}

/** Verdicts on the words alone: how many there are tells whether two articles are of one affair. */
const JUDGED: ReadonlySet<Compared['verdict']> = new Set(['same', 'contradicts', 'value']);

function reasonOf({ x, y, verdict }: Compared): string {
  // One claim, which one of them is told to deny: the graph turns its stance.
  if (verdict === 'contradicts') return 'one says what the other negates';
  return verdict === 'same'
    ? `both articles tell it in the same words: ${wordsOfBoth(x, y)}`
    : `most likely one, by what both have: ${wordsOfBoth(x, y)}`;
}

const UNJOINED: ReadonlySet<Compared['verdict']> = new Set(['none', 'apart']);

/** "See also" between two articles at most. */
const SEE_ALSO = 2;

/** One happening, and one of those in it: worth a closer look. */
const maySeeAlso = (a: ClaimFeatures, b: ClaimFeatures): boolean =>
  a.heads.some((key) => b.heads.includes(key)) &&
  [...a.entities, ...a.subject].some((key) => b.entities.includes(key) || b.subject.includes(key));

/** The claims of two articles that tell other things of one happening and the same participants: the most alike, each once. */
function seeAlso(
  compared: readonly Compared[],
  believed: (weight: number) => boolean,
): readonly LocalClaimRelation[] {
  const used = new Set<string>();
  return compared
    .filter(({ verdict, x, y }) => UNJOINED.has(verdict) && maySeeAlso(x.features, y.features))
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

/** Likeness from which on two claims that exclude each other could be taken for one, were it not told. */
const ALIKE = 0.25;

/** Two claims are one where any two of their wordings are; else what their fullest wordings say. */
function compareAll(x: LocalClaim, y: LocalClaim, rarity: Rarity, setting: Setting): Compared {
  const of = (p: ClaimFeatures, q: ClaimFeatures) => {
    const like = likeness(p, q, rarity);
    const odds = oddsOf(p, q, like, setting);
    const likely = odds > 0 && mayBeOne(p, q, like);
    return { like, verdict: judge(p, q, like, setting), weight: weightOf(p, q, like), odds, likely };
  };
  const fullest = of(x.features, y.features);
  const all = wordingsOf(x).flatMap((p) =>
    wordingsOf(y).map((q) => (p === x.features && q === y.features ? fullest : of(p, q))),
  );
  const verdict = all.some((each) => each.verdict === 'same') ? 'same' : fullest.verdict;
  const compared = {
    x,
    y,
    verdict,
    weight: fullest.weight,
    odds: Math.max(...all.map(({ odds }) => odds)),
    like: fullest.like,
  };
  if (verdict !== 'none') {
    const weights = all.filter((each) => each.verdict === verdict).map(({ weight }) => weight);
    return { ...compared, weight: Math.max(...weights) };
  }
  if (all.some(({ likely }) => likely)) return { ...compared, verdict: 'likely' };
  return fullest.like.dice > ALIKE && areMonthsApart(x.features, y.features)
    ? { ...compared, verdict: 'apart' }
    : compared;
}

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
