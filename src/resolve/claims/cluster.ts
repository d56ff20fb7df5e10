// Propositions of one article that say the same become one claim.
import type { Document } from '../../text/types.ts';
import { basesBehind } from '../continuation.ts';
import type { Draft } from '../drafts.ts';
import { antecedent } from './antecedent.ts';
import { borneOut } from './borne-out.ts';
import { judge, likeness, type Rarity, rarityIn, type Verdict } from './compare.ts';
import { type Clusters, gather } from './gather.ts';
import type { Placed, Told } from './placed.ts';

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
