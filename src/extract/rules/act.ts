// The speech act of an attribution by the words of its cue and content.
import type { Token } from '../../text/types.ts';
import type { Act } from '../types.ts';
import { actOfContent } from './act-of-content.ts';
import { cueOf, excludes, isAbandoned, isCall, isPreposition, isRefusal, leavesOpen } from './act-of-cue.ts';
import { bearsOut } from './bearing-out.ts';
import { discredits } from './discredit.ts';
import type { Passage } from './passage.ts';
import { phraseStartingAt } from './phrase.ts';
import { VERB_NEGATIONS, wordSet } from './words.ts';

const retractions = wordSet('retractions');
const WITHDRAWING = retractions('withdrawing');
const TAKING = retractions('particle verbs');
const SAYINGS = retractions('sayings');
const THREAT = wordSet('acts')('threat');
const HAVING_SEEN = wordSet('relays')('having seen');

/** The act that cue and content make together. */
export function actOf(passage: Passage): Act {
  const { cue, content } = passage;
  const known = cueOf(cue);
  if (cue.length === 0 || isPreposition(cue)) return 'CLAIMED';
  if (excludes(cue)) return leavesOpen(cue) ? 'CLAIMED' : 'DENIED';
  if (isAbandoned(cue)) return 'DENIED';
  if (isRefusal(cue)) return 'OTHER';
  if (isCall(cue) || isQuestion(content)) return 'OTHER';
  const back = takenBack(passage);
  if (back !== null) return back === 'denial' ? 'CONFIRMED' : 'DENIED';
  if (discredits(passage)) return 'DENIED';
  const act = bearsOut(passage) ? 'CLAIMED' : (known?.act ?? 'CLAIMED');
  if (act === 'WARNED') return isWarningToAct(content) ? 'OTHER' : 'WARNED';
  if (act !== 'CLAIMED')
    return act === 'REPORTED' && cue.some((token) => token.norm === 'quoted') ? 'CLAIMED' : act;
  return hasThing(passage) ? 'CLAIMED' : actOfContent(passage);
}

/** "has seen an entry in which he notes that it would not lock": what is seen is the thing, whatever stands in it. */
const hasThing = ({ cue, content }: Passage): boolean =>
  cue.some(({ lemma }) => HAVING_SEEN.has(lemma)) && content[0]?.pos === 'DET';

/** Who asks states nothing: every sentence of the content ends in a question mark. */
function isQuestion(content: readonly Token[]): boolean {
  const ends = content.filter(({ pos, norm }) => pos === 'PUNCT' && /[.!?]/.test(norm));
  return ends.at(-1) === content.at(-1) && ends.length > 0 && ends.every(({ norm }) => norm.includes('?'));
}

/** "withdrew its report", "took back her denial": what kind of saying is taken back. */
export function takenBack({ cue, content }: Passage): 'denial' | 'saying' | null {
  const takes = cue.some(
    ({ lemma }, i) => WITHDRAWING.has(lemma) || (TAKING.has(lemma) && cue[i + 1]?.norm === 'back'),
  );
  const negated = cue.some((token) => VERB_NEGATIONS.has(token.norm));
  if (!takes || negated) return null;
  const things = [...cue, ...content.slice(0, phraseStartingAt(content, 0, content.length) ?? 0)];
  if (things.some(({ lemma }) => lemma === 'denial')) return 'denial';
  return things.some(({ lemma }) => SAYINGS.has(lemma)) ? 'saying' : null;
}

/** "warned against drawing conclusions", "warned of consequences": a call or a threat, nothing that can be true. */
const isWarningToAct = (content: readonly Token[]): boolean =>
  content[0]?.norm === 'against' ||
  content[0]?.norm === 'not' ||
  content.some((token) => THREAT.has(token.norm));
