// Propositions of one article that say the same become one claim.
import type { Document, Token } from '../../text/types.ts';
import { basesBehind } from '../continuation.ts';
import type { Draft } from '../drafts.ts';
import { nameWords } from '../sources/names.ts';
import { stem } from '../sources/words.ts';
import type { LocalSource } from '../types.ts';
import { judge, likeness, type Rarity, rarityIn, type Verdict } from './compare.ts';
import { type Detail, detailsOf } from './details.ts';
import { namesAmount } from './naming.ts';
import type { Proposition } from './proposition.ts';
import { compatible } from './quantities.ts';

/** A proposition at its place: which mention says it. */
export interface Placed {
  readonly draft: Draft;
  readonly proposition: Proposition;
}

export interface Cluster {
  /** In text order. */
  readonly places: readonly Placed[];
  /** Index of the cluster that this one tells more about, or null. */
  readonly detailOf: number | null;
}

export interface Clusters {
  readonly clusters: readonly Cluster[];
  readonly values: readonly (readonly [a: number, b: number])[];
  /** Indices of the clusters that a mention carries, its main ones first. */
  readonly of: (draft: Draft) => ReadonlySet<number>;
  /** The propositions by which a mention says a claim. */
  readonly says: (draft: Draft, cluster: number) => readonly Proposition[];
}

/** A mention that carries a claim which it words only as part of something else. */
interface Told {
  readonly draft: Draft;
  /** Representative proposition of the claim. */
  readonly cluster: number;
  readonly factuality: Proposition['factuality'];
  readonly denied: boolean;
}

/** Words that stand in more propositions than this tell none of them apart, and are no way to find a partner. */
const COMMON = 24;

/** Clusters what the drafts say. Near linear: only propositions that share a word that is not common are compared. */
export function clusterPropositions(
  document: Document,
  drafts: readonly Draft[],
  outlet: string | null,
): Clusters {
  const placed: Placed[] = drafts.flatMap((draft) =>
    draft.propositions.map((proposition) => ({ draft, proposition })),
  );
  const whole = placed.flatMap((each, i) => (each.proposition.anaphoric ? [] : [i]));
  const rarity = rarityIn(whole.map((i) => (placed[i] as Placed).proposition.features));
  const parent = placed.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let at = i; at !== root; ) {
      const next = parent[at] ?? root;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  const unite = (a: number, b: number) => {
    const [x, y] = [find(a), find(b)];
    parent[Math.max(x, y)] = Math.min(x, y);
  };
  const values: (readonly [number, number])[] = [];
  const also: (readonly [long: number, short: number])[] = [];
  for (const [a, b] of pairs(placed, whole)) {
    const [x, y] = [placed[a], placed[b]];
    if (x === undefined || y === undefined) continue;
    const verdict = compare(x, y, rarity);
    if (verdict === 'same' || verdict === 'contradicts') unite(a, b);
    else if (verdict === 'also') also.push(sizeOf(x) > sizeOf(y) ? [a, b] : [b, a]);
    else if (verdict === 'value') values.push([a, b]);
  }
  for (const [i, each] of placed.entries()) {
    if (!each.proposition.anaphoric) continue;
    const target = antecedent(placed, i);
    if (target !== null) unite(i, target);
  }
  const bases = basesBehind(document, drafts, outlet).flatMap(({ report, basis }): Told[] => {
    const told = placed.findIndex(({ draft }) => draft === report);
    return told < 0
      ? []
      : [{ draft: basis, cluster: find(told), factuality: basis.attribution.factuality, denied: false }];
  });
  const retold = also.flatMap(([long, short]): Told[] => {
    const each = placed[long];
    return each === undefined
      ? []
      : [{ draft: each.draft, cluster: find(short), factuality: each.proposition.factuality, denied: false }];
  });
  return gather(placed, find, values, rarity, [...bases, ...retold, ...borneOut(document, placed, find)]);
}

/**
 * "The owner was rung on Monday, she said. “The call lasted four minutes.”": a quotation right behind what its speaker is
 * told to have said, in one paragraph, bears it out.
 */
function borneOut(
  document: Document,
  placed: readonly Placed[],
  find: (i: number) => number,
): readonly Told[] {
  return placed.flatMap(({ draft, proposition }, i): Told[] => {
    const last = placed[i - 1];
    if (last === undefined || last.draft === draft) return [];
    const before = last.draft;
    let first = i - 1;
    while (placed[first - 1]?.draft === before) first--;
    const said = placed[first] ?? last;
    const behind =
      draft.source !== null &&
      before.source === draft.source &&
      goesOn(document, placed[i] as Placed, last) &&
      sentenceAt(proposition) - Math.max(before.sentence, last.proposition.tokens.at(-1)?.sentence ?? 0) <=
        1 &&
      draft.attribution.act !== 'OTHER';
    return behind && proposition.direct && !said.proposition.direct
      ? [
          {
            draft,
            cluster: find(first),
            factuality: said.proposition.factuality,
            denied: said.proposition.denied,
          },
        ]
      : [];
  });
}

/** The sentence in which a proposition begins. */
const sentenceAt = ({ tokens }: Proposition): number => tokens[0]?.sentence ?? 0;
const paragraphAt = ({ sentences }: Document, proposition: Proposition): number =>
  sentences[sentenceAt(proposition)]?.paragraph ?? -1;

/** In the same paragraph, or at the beginning of the next one, of what was and not of what is to come: "…, he told the Herald.¶“There was no light.”" */
function goesOn(document: Document, quoted: Placed, last: Placed): boolean {
  const paragraph = paragraphAt(document, quoted.proposition);
  if (paragraph === last.draft.paragraph) return true;
  const opens = document.sentences[sentenceAt(quoted.proposition) - 1]?.paragraph !== paragraph;
  return (
    opens &&
    paragraph === last.draft.paragraph + 1 &&
    last.draft.attribution.act !== 'DENIED' &&
    quoted.draft.attribution.act === 'CLAIMED' &&
    !quoted.proposition.features.prospective
  );
}

/** Like `judge`; `also`: a source tells its claim again inside a longer one ("prisoners, among them a …, and a vehicle"). */
function compare(a: Placed, b: Placed, rarity: Rarity): Verdict | 'also' {
  const denied = a.proposition.denied !== b.proposition.denied;
  const [x, y] = [a.proposition.features, b.proposition.features];
  const like = likeness(x, y, rarity);
  const verdict = judge(x, y, like, { denied });
  if (a.draft === b.draft) return verdict === 'same' ? verdict : 'none';
  const sameVoice = a.draft.source !== null && a.draft.source === b.draft.source;
  if (verdict !== 'none' || !sameVoice) return verdict;
  return judge(x, y, like, { denied, sameVoice }) === 'same' ? 'also' : 'none';
}

const sizeOf = ({ proposition: { features } }: Placed): number =>
  features.content.length + features.entities.length;

function* pairs(placed: readonly Placed[], whole: readonly number[]): Generator<readonly [number, number]> {
  const byWord = new Map<string, number[]>();
  for (const i of whole) {
    const features = placed[i]?.proposition.features;
    const seen = new Set<number>();
    for (const key of features === undefined ? [] : [...features.content, ...features.entities]) {
      const list = byWord.get(key) ?? [];
      if (list.length < COMMON) for (const other of list) seen.add(other);
      list.push(i);
      byWord.set(key, list);
    }
    for (const other of seen) yield [other, i];
  }
}

/**
 * What "this event", "the offer", "it" stands for, among what sources say: the nearest proposition before that shares its
 * one word, else the first that the source of this word said ("the driver’s account"), else the main one of the nearest mention before (in a denial: of another source), else the first one after.
 */
function antecedent(placed: readonly Placed[], at: number): number | null {
  const here = placed[at];
  if (here === undefined) return null;
  const { content: words, quantities } = here.proposition.features;
  const other = here.proposition.denied || here.draft.attribution.act === 'DENIED';
  const fits = (i: number) => {
    const each = placed[i];
    return (
      each !== undefined &&
      !each.proposition.anaphoric &&
      each.proposition.role === 'main' &&
      each.draft !== here.draft &&
      each.draft.source !== null &&
      each.draft.attribution.act !== 'OTHER' &&
      !(other && each.draft.source === here.draft.source)
    );
  };
  const { tokens, named } = here.proposition;
  const before: number[] = [];
  for (let i = at - 1; i >= 0 && before.length < 24; i--) if (fits(i)) before.push(i);
  const sharing = before.find((i) =>
    words.some((word) => placed[i]?.proposition.features.content.includes(word)),
  );
  if (sharing !== undefined || named) return sharing ?? null;
  const called = tokens.filter(({ pos }) => pos === 'NOUN').map(({ norm }) => stem(norm));
  const whose = before.findLast((i) =>
    called.some((word) => isCalled(placed[i]?.draft.source ?? null, word)),
  );
  if (whose !== undefined) return firstOf(placed, whose);
  if (quantities.length > 0) return counted(placed, here, before);
  const nearest = before.find((i) => mayBeNamed(tokens, placed[i]));
  if (nearest !== undefined) return firstOf(placed, nearest);
  for (let i = at + 1; placed[i]?.draft.paragraph === here.draft.paragraph; i++) if (fits(i)) return i;
  return null;
}

/** "the figure" names an amount. */
const mayBeNamed = (tokens: readonly Token[], each: Placed | undefined): boolean =>
  !namesAmount(tokens) || (each?.proposition.features.quantities.length ?? 0) > 0;

/** A source by a word of how it is described. */
const isCalled = (source: LocalSource | null, word: string): boolean =>
  source !== null &&
  (source.descriptors.includes(word) || nameWords(source.name).some((each) => stem(each) === word));

/** "it is nine today": what the same source counted with the same result. */
const counted = (placed: readonly Placed[], here: Placed, before: readonly number[]): number | null =>
  before.find((i) => {
    const each = placed[i];
    return (
      each?.draft.source === here.draft.source &&
      each.proposition.features.quantities.some((x) =>
        here.proposition.features.quantities.some((y) => compatible(x, y)),
      )
    );
  }) ?? null;

/** The first main proposition of the same mention. */
function firstOf(placed: readonly Placed[], at: number): number {
  const { draft } = placed[at] as Placed;
  let first = at;
  while (placed[first - 1]?.draft === draft && placed[first - 1]?.proposition.role === 'main') first--;
  return first;
}

/** Who says that there was no deal denies that there was one, where others say so. */
function turned(places: readonly Placed[]): Placed[] {
  if (places.every(({ proposition }) => proposition.features.negated || proposition.anaphoric))
    return [...places];
  return places.map((each) => {
    const { proposition } = each;
    const { denied, features } = proposition;
    return features.negated
      ? {
          ...each,
          proposition: { ...proposition, denied: !denied, features: { ...features, negated: false } },
        }
      : each;
  });
}

const NONE: ReadonlySet<number> = new Set();

function gather(
  placed: readonly Placed[],
  find: (i: number) => number,
  values: readonly (readonly [number, number])[],
  rarity: Rarity,
  told: readonly Told[],
): Clusters {
  const index = new Map<number, number>();
  const mains: Placed[][] = [];
  for (const [i, each] of placed.entries()) {
    const root = find(i);
    const at = index.get(root) ?? mains.length;
    index.set(root, at);
    const list = mains[at];
    if (list === undefined) mains.push([each]);
    else list.push(each);
  }
  for (const [i, places] of mains.entries()) mains[i] = turned(places);
  for (const { draft, cluster, factuality, denied } of told) {
    const places = mains[index.get(cluster) ?? -1];
    const first = places?.[0];
    if (places === undefined || first === undefined || places.some((each) => each.draft === draft)) continue;
    places.push({ draft, proposition: { ...first.proposition, denied, factuality } });
  }
  const details: readonly Detail[] = mains.flatMap((places, main) => detailsOf(places, main, mains, rarity));
  const absorbed = new Map<number, number>();
  const clusters: Cluster[] = mains.map((places) => ({ places, detailOf: null }));
  for (const detail of details) {
    if (detail.already !== null) absorbed.set(detail.already, detail.main);
    else clusters.push({ places: detail.places, detailOf: detail.main });
  }
  const finished = clusters.map((cluster, i) => ({
    ...cluster,
    detailOf: absorbed.get(i) ?? cluster.detailOf,
  }));
  for (const detail of details)
    if (detail.already !== null) {
      const cluster = finished[detail.already];
      if (cluster !== undefined)
        finished[detail.already] = { ...cluster, places: [...cluster.places, ...detail.places] };
    }
  const carried = new Map<Draft, Map<number, Proposition[]>>();
  for (const [i, cluster] of finished.entries())
    for (const { draft, proposition } of cluster.places) {
      const claims = carried.get(draft) ?? new Map<number, Proposition[]>();
      carried.set(draft, claims.set(i, [...(claims.get(i) ?? []), proposition]));
    }
  const claimsOf = new Map([...carried].map(([draft, claims]) => [draft, new Set(claims.keys())]));
  return {
    clusters: finished,
    values: values.flatMap(([a, b]) => {
      const [x, y] = [index.get(find(a)), index.get(find(b))];
      return x === undefined || y === undefined || x === y ? [] : [[x, y] as const];
    }),
    of: (draft) => claimsOf.get(draft) ?? NONE,
    says: (draft, cluster) => carried.get(draft)?.get(cluster) ?? [],
  };
}
