// What only some of those who tell one event add to it: where it was, in what state somebody was.
import type { Token } from '../../text/types.ts';
import type { Placed } from './cluster.ts';
import { judge, type Rarity } from './compare.ts';
import { type Proposition, phrase } from './proposition.ts';
import { wordSet } from './words.ts';

/** A detail of a cluster of propositions, with the places where it is told. */
export interface Detail {
  readonly main: number;
  readonly places: readonly Placed[];
  /** A cluster that says the same in a sentence of its own, or null. */
  readonly already: number | null;
}

const STATES = wordSet('injured');
const PLACE = wordSet('place prepositions');

/** The details of one cluster that some, but not all, of its mentions tell. Only what two sources tell has such details. */
export function detailsOf(
  places: readonly Placed[],
  main: number,
  clusters: readonly (readonly Placed[])[],
  rarity: Rarity,
): readonly Detail[] {
  const told = places.filter((each) => !each.proposition.anaphoric);
  if (new Set(told.map((each) => each.draft.source?.id ?? null)).size < 2) return [];
  const groups: Placed[][] = [];
  for (const each of told)
    for (const proposition of phrasesOf(each.proposition)) {
      const at = groups.find((group) => group.some((other) => isOne(other.proposition, proposition, rarity)));
      if (at === undefined) groups.push([{ draft: each.draft, proposition }]);
      else at.push({ draft: each.draft, proposition });
    }
  const sources = new Set(told.map((each) => each.draft.source));
  return groups
    .filter((group) => new Set(group.map((each) => each.draft.source)).size < sources.size)
    .map((group) => {
      const already = clusters.findIndex(
        (cluster, i) =>
          i !== main &&
          cluster.some((each) => group.some((own) => isOne(own.proposition, each.proposition, rarity))),
      );
      return { main, places: group, already: already < 0 ? null : already };
    });
}

const isOne = (a: Proposition, b: Proposition, rarity: Rarity): boolean =>
  a.features.entities.some((name) => b.features.entities.includes(name) || a.features.entities.length === 0)
    ? judge(a.features, b.features, rarity, true) === 'same' || samePlace(a, b)
    : a.features.entities.length === 0 &&
      b.features.heads.some((head) => a.features.heads.includes(head)) &&
      b.tokens.length < 8;

const samePlace = (a: Proposition, b: Proposition): boolean =>
  a.features.heads.length === 0 &&
  b.features.heads.length === 0 &&
  a.features.entities.every((name) => b.features.entities.includes(name));

function phrasesOf(proposition: Proposition): readonly Proposition[] {
  const { tokens } = proposition;
  return [statePhrase(tokens), placePhrase(tokens)].flatMap((words) =>
    words === null ? [] : [phrase(proposition, words)],
  );
}

/** "wounded North Korean soldier": a state told of somebody beside the event. */
function statePhrase(tokens: readonly Token[]): readonly Token[] | null {
  const at = tokens.findIndex((token, i) => STATES.has(token.norm) && i > 0 && isNominal(tokens[i + 1]));
  if (at < 0) return null;
  let end = at + 1;
  while (isNominal(tokens[end])) end++;
  return tokens.slice(at, end);
}

const isNominal = (token: Token | undefined): boolean =>
  token !== undefined && ['NOUN', 'PROPN', 'ADJ'].includes(token.pos);

/** "during an operation in the Kursk region", "at Lower Moat": up to the comma, where it holds a name. */
function placePhrase(tokens: readonly Token[]): readonly Token[] | null {
  for (const [i, token] of tokens.entries()) {
    if (i < 2 || (token.norm !== 'during' && !PLACE.has(token.norm))) continue;
    const comma = tokens.findIndex((each, j) => j > i && each.pos === 'PUNCT');
    const words = tokens.slice(i, comma < 0 ? tokens.length : comma);
    if (words.some((word) => word.pos === 'PROPN') && words.length >= 2) return words;
  }
  return null;
}
