// Claims that are only named: "reports about a base", "the figure".
import type { Token } from '../../text/types.ts';
import { wordSet } from './words.ts';

const SAYINGS = wordSet('words for what is said');
const AMOUNTS = wordSet('words for amounts');
const LINKS = new Set(['about', 'of', 'over', 'regarding', 'concerning']);

/** Words before the one that names a claim ("the captain’s account"). */
const BEFORE = 4;

/** What the claim is about that a phrase names: "a base" of "reports about a base", "a gust" of "the captain’s account of a gust as a fairy tale"; null for any other words. */
export function subjectMatter(tokens: readonly Token[]): readonly Token[] | null {
  const at = tokens.findIndex(({ lemma }) => SAYINGS.has(lemma));
  if (at < 0 || at > BEFORE || !LINKS.has(tokens[at + 1]?.norm ?? '') || at + 2 >= tokens.length) return null;
  const rest = tokens.slice(at + 2);
  const as = rest.findIndex(({ norm }) => norm === 'as');
  const about = as > 0 ? rest.slice(0, as) : rest;
  const tells = [...tokens.slice(0, at), ...about].some(
    ({ pos, norm }) => pos === 'AUX' || (pos === 'VERB' && !norm.endsWith('ing') && !norm.endsWith('ings')),
  );
  return tells ? null : about;
}

/** "the figure": names an amount. */
export const namesAmount = (tokens: readonly Token[]): boolean =>
  tokens.some(({ lemma }) => AMOUNTS.has(lemma));
