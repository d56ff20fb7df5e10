// One affair: who is in it, what is claimed, on whose own word, and how that travels from article to article.
import { MATERIAL, type Topic } from './material.ts';
import { companyName, fill, personName, pick, placeName } from './names.ts';
import type { Random } from './random.ts';

/** Somebody, or a document, that knows a thing for itself. */
export interface Originator {
  readonly kind: 'official' | 'company' | 'witness' | 'document';
  /** At the first mention and later. */
  readonly full: string;
  readonly short: string;
}

/** A claim with what is true of it. */
export interface PlannedClaim {
  /** Clauses that say it. */
  readonly wordings: readonly string[];
  /** Who says it on its own basis; nobody where it only goes round in a circle. */
  readonly roots: readonly Originator[];
  readonly denier: Originator | null;
  /** A figure that is replaced is told by the first articles, the later figure by those that follow up; all else by all. */
  readonly told: 'always' | 'early' | 'late';
}

/** How an article comes by what it says. */
export type Part = 'first' | 'relay' | 'copy' | 'follow-up' | 'ring';

export interface PlannedArticle {
  readonly part: Part;
  readonly outlet: string;
  /** The outlet that a relay, a copy or a ring has it from; else the article's own. */
  readonly from: string;
  /** Days after the first article. */
  readonly day: number;
}

export interface Affair {
  readonly topic: Topic;
  readonly slots: Readonly<Record<string, string>>;
  readonly claims: readonly PlannedClaim[];
  readonly articles: readonly PlannedArticle[];
}

/** The outlets that all affairs share. */
export interface Press {
  readonly wires: readonly string[];
  readonly outlets: readonly string[];
}

/** Draws an affair of one to seven articles. */
export function planAffair(random: Random, press: Press): Affair {
  const topic = pick(random, MATERIAL.topics);
  const least = random.between(3, 60);
  const slots = {
    org: companyName(random),
    town: placeName(random),
    facility: pick(random, topic.facility),
    x: pick(random, topic.x),
    y: pick(random, topic.y),
    n: String(least),
    m: String(least + random.between(3, 30)),
    month: pick(random, MATERIAL.months),
  };
  const cast = castOf(random, topic, slots);
  const articles = planArticles(random, press, random.chance(0.03));
  const ring = articles.some(({ part }) => part === 'ring');
  const followed = articles.some(({ part }) => part === 'follow-up');
  const claims = topic.claims.flatMap((wordings, i): readonly PlannedClaim[] => {
    const fillAll = (values: typeof slots) => wordings.map((each) => fill(each, values));
    const roots = cast.filter((who) => who.kind !== 'company' && random.chance(0.45));
    const denier = random.chance(0.12) ? (cast.find((who) => who.kind === 'company') ?? null) : null;
    const claim: PlannedClaim = {
      wordings: fillAll(slots),
      roots: roots.length > 0 ? roots : cast.slice(0, 1),
      denier,
      told: 'always',
    };
    if (ring && i === topic.claims.length - 1) return [{ ...claim, roots: [], denier: null }];
    const number = (['n', 'm'] as const).find((slot) => wordings.every((each) => each.includes(`{${slot}}`)));
    if (number === undefined || !followed || !random.chance(0.3)) return [claim];
    const later = fillAll({ ...slots, [number]: String(Number(slots[number]) + random.between(3, 20)) });
    return [
      { ...claim, told: 'early' },
      { wordings: later, roots: cast.slice(0, 1), denier: null, told: 'late' },
    ];
  });
  return { topic, slots, claims, articles };
}

function castOf(
  random: Random,
  topic: Topic,
  { town = '', org = '' }: Readonly<Record<string, string>>,
): readonly Originator[] {
  const [official, voice] = [personName(random), personName(random)];
  const surname = (name: string) => name.split(' ').at(-1) ?? name;
  const [witness, paper] = [pick(random, topic.witnesses), pick(random, topic.papers)];
  const later = (description: string) => description.replace(/^an? /, 'the ');
  return [
    random.chance(0.6)
      ? { kind: 'official', full: `${town} ${topic.head} ${official}`, short: surname(official) }
      : { kind: 'official', full: `the ${town} ${topic.body}`, short: `the ${topic.body}` },
    { kind: 'company', full: `${org} spokeswoman ${voice}`, short: surname(voice) },
    { kind: 'witness', full: witness, short: later(witness) },
    { kind: 'document', full: paper, short: later(paper) },
  ];
}

function planArticles(random: Random, { wires, outlets }: Press, ring: boolean): readonly PlannedArticle[] {
  const names = [...new Set(Array.from({ length: 9 }, () => pick(random, outlets)))];
  const outlet = () => names.pop() ?? pick(random, outlets);
  const wire = pick(random, wires);
  const after = (part: Part, chance: number, least: number): readonly PlannedArticle[] =>
    random.chance(chance) ? [{ part, outlet: outlet(), from: wire, day: least + random.between(0, 1) }] : [];
  const [one, other] = [outlet(), outlet()];
  return [
    { part: 'first', outlet: wire, from: wire, day: 0 },
    ...after('relay', 0.6, 0),
    ...after('relay', 0.3, 1),
    ...after('copy', 0.3, 1),
    ...after('follow-up', 0.5, 1),
    ...after('follow-up', 0.2, 2),
    ...(ring
      ? [
          { part: 'ring' as const, outlet: one, from: other, day: 3 },
          { part: 'ring' as const, outlet: other, from: one, day: 3 },
        ]
      : []),
  ];
}
