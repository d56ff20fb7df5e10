// What only some of those who tell one event add to it: where it was, in what state somebody was.
import type { Token } from '../../text/types.ts';
import { type Rarity, tellsSame } from './compare.ts';
import type { Placed } from './placed.ts';
import { phrase } from './proposition.ts';
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

/** The details of one cluster that some, but not all, of its sources tell. */
export function detailsOf(
  places: readonly Placed[],
  main: number,
  clusters: readonly (readonly Placed[])[],
  rarity: Rarity,
): readonly Detail[] {
  const told = places.filter((each) => !each.proposition.anaphoric);
  const sources = new Set(told.map((each) => each.draft.source));
  if (sources.size < 2) return [];
  return [statePhrase, placePhrase].flatMap((find) => {
    const group = told.flatMap(({ draft, proposition }) => {
      const words = find(proposition.tokens);
      return words === null ? [] : [{ draft, proposition: phrase(proposition, words) }];
    });
    if (group.length === 0 || new Set(group.map((each) => each.draft.source)).size === sources.size)
      return [];
    const already = find === statePhrase ? -1 : toldApart(group, main, clusters, rarity);
    return [{ main, places: group, already: already < 0 ? null : already }];
  });
}

/** The cluster in which a sentence of its own tells the same. */
const toldApart = (
  group: readonly Placed[],
  main: number,
  clusters: readonly (readonly Placed[])[],
  rarity: Rarity,
): number =>
  clusters.findIndex(
    (cluster, i) =>
      i !== main &&
      cluster.some(({ draft, proposition }) =>
        group.some(
          (own) =>
            own.draft.source === draft.source &&
            tellsSame(own.proposition.features, proposition.features, rarity),
        ),
      ),
  );

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
export function placePhrase(tokens: readonly Token[]): readonly Token[] | null {
  for (const [i, token] of tokens.entries()) {
    if (i < 2 || (token.norm !== 'during' && !PLACE.has(token.norm))) continue;
    const comma = tokens.findIndex((each, j) => j > i && each.pos === 'PUNCT');
    const words = tokens.slice(i, comma < 0 ? tokens.length : comma);
    if (words.some((word) => word.pos === 'PROPN') && words.length >= 2) return words;
  }
  return null;
}
