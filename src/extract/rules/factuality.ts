// How certain a source is of what it says, after FactBank (Saurí and Pustejovsky 2009).
import type { Span, Token } from '../../text/types.ts';
import type { Act, Factuality } from '../types.ts';
import { leavesOpen } from './act-of-cue.ts';
import { isFuture, mainClause } from './clause.ts';
import { wordSet } from './words.ts';

const words = wordSet('hedges');
const POSSIBLE = words('possible');
const PROBABLE = words('probable');
const NORMATIVE = words('normative');
const RISKS = words('risk nouns');
const CUE_POSSIBLE = words('cue possible');
const CUE_PROBABLE = words('cue probable');

type Degree = 'CT' | 'PR' | 'PS' | 'U';

/** Words of the content that weaken it, wherever they stand. Approximators ("about") belong to the quantity and are none. */
export const hedgesIn = (content: readonly Token[]): readonly Span[] =>
  content.filter((_, i) => isHedge(content, i) || isRisk(content, i)).map((token) => token.span);

/**
 * Certainty and polarity of the content as a whole: what its main clause says. Pass a part of a content for one
 * proposition of several. The polarity is negative only where the act denies: a negative statement is a fact of its own.
 */
export function factualityOf(cue: readonly Token[], content: readonly Token[], act: Act): Factuality {
  const degree = weaker(degreeOfCue(cue), degreeOfClause(content));
  if (degree === 'U') return 'Uu';
  return `${degree}${act === 'DENIED' ? '-' : '+'}`;
}

const ORDER: readonly Degree[] = ['CT', 'PR', 'PS', 'U'];
const weaker = (a: Degree, b: Degree): Degree => (ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b);

function degreeOfCue(cue: readonly Token[]): Degree {
  if (leavesOpen(cue) || cue.some((token) => CUE_POSSIBLE.has(token.lemma))) return 'PS';
  return cue.some((token) => CUE_PROBABLE.has(token.lemma)) ? 'PR' : 'CT';
}

function degreeOfClause(content: readonly Token[]): Degree {
  const clause = mainClause(content);
  if (clause.some((_, i) => isRisk(clause, i))) return 'U';
  if (
    clause.some(
      (token) => NORMATIVE.has(token.norm) && token.pos === 'AUX' && !followedByPerfect(clause, token),
    )
  )
    return 'U';
  const hedges = clause.filter((_, i) => isHedge(clause, i));
  if (hedges.some((token) => POSSIBLE.has(token.norm))) return 'PS';
  return hedges.length > 0 || isFuture(clause) ? 'PR' : 'CT';
}

const followedByPerfect = (clause: readonly Token[], modal: Token): boolean =>
  clause[clause.indexOf(modal) + 1]?.norm === 'have';

/** Behind "could" they say what was not, or hardly, to be done. */
const UNABLE = new Set(["n't", 'not', 'no', 'never', 'only', 'hardly', 'barely', 'scarcely']);

function isHedge(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined || token.pos === 'PROPN') return false;
  if (POSSIBLE.has(token.norm)) {
    // "could not", "as soon as possible" and "as possible" weaken nothing
    if (token.norm === 'could') return !UNABLE.has(tokens[i + 1]?.norm ?? '');
    if (token.norm === 'possible') return tokens[i - 1]?.norm !== 'as';
    if (token.norm === 'may') return token.pos !== 'NOUN';
    return true;
  }
  if (!PROBABLE.has(token.norm)) return false;
  return token.norm !== 'expected' || tokens[i - 1]?.lemma === 'be' || tokens[i - 2]?.lemma === 'be';
}

/** "There is a risk that …", "The risk of … grows": speaks of a risk, not of what may come of it. */
function isRisk(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined || token.pos !== 'NOUN' || !RISKS.has(token.lemma)) return false;
  if (i > 8) return false;
  const before = tokens.slice(0, i);
  const exists = before.length <= 5 && before[0]?.norm === 'there';
  return exists || before.every((other) => other.pos === 'DET' || other.pos === 'ADJ');
}
