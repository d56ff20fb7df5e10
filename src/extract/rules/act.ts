// The speech act of an attribution by the words of its cue and content.
import type { Token } from '../../text/types.ts';
import type { Act } from '../types.ts';
import { bearsOut } from './bearing-out.ts';
import { deniesPlainly, isFuture, isNegated, mainClause } from './clause.ts';
import { type Cue, NOUN_CUES, SOURCE_PREPOSITIONS, VERB_CUES, verbCue } from './cues.ts';
import type { Passage } from './passage.ts';
import { isTimeWord, phraseStartingAt } from './phrase.ts';
import { VERB_NEGATIONS, wordSet } from './words.ts';

const words = wordSet('acts');
const retractions = wordSet('retractions');
const WITHDRAWING = retractions('withdrawing');
const TAKING = retractions('particle verbs');
const SAYINGS = retractions('sayings');
const DISCREDITING = words('discrediting');
const PERFORM_CONFIRM = words('performative confirm');
const PERFORM_DENY = words('performative deny');
const PERFORM_OTHER = words('performative other');
const CONDOLENCE = words('condolence');
const NO_INFORMATION = words('no information');
const EXCLUDING = words('excluding');
const REPLYING = words('replying');
const THREAT = words('threat');
const ASSURING = words('assuring');
const INNOCENT = words('innocent');
const BELITTLING = words('belittling');
const SAID_THINGS = words('said things');
const NAMING = words('naming a thing');
const TOO_EARLY = words('too early');

/** "according to", "in the view of": they say whose the content is, and nothing more. */
export const isPreposition = (cue: readonly Token[]): boolean =>
  cue[0]?.norm === 'according' ||
  SOURCE_PREPOSITIONS.some(
    (phrase) => phrase.length === cue.length && phrase.every((word, i) => cue[i]?.norm === word),
  );

/** What stronger acts outrank where a cue holds several reporting words. */
const STRENGTH: readonly Act[] = [
  'CLAIMED',
  'REPORTED',
  'OTHER',
  'PREDICTED',
  'WARNED',
  'DENIED',
  'CONFIRMED',
];

/** The reporting word of the cue that weighs most; null where none is known. */
export function cueOf(cue: readonly Token[]): Cue | null {
  let best: Cue | null = null;
  for (const token of cue) {
    const noun = NOUN_CUES.get(token.lemma);
    const either = token.pos === 'NOUN' ? (noun ?? verbCue(token)) : (verbCue(token) ?? noun);
    if (either === undefined) continue;
    if (best === null || rank(either) > rank(best)) best = either;
  }
  return best;
}

const rank = (cue: Cue): number =>
  (cue.class === 'attitude' || cue.class === 'belief' ? 0 : 10) +
  STRENGTH.indexOf(cue.act) -
  (cue.act === 'OTHER' ? 5 : 0);

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
  return actOfContent(passage);
}

/** Who asks states nothing: every sentence of the content ends in a question mark. */
function isQuestion(content: readonly Token[]): boolean {
  const ends = content.filter(({ pos, norm }) => pos === 'PUNCT' && /[.!?]/.test(norm));
  return ends.at(-1) === content.at(-1) && ends.length > 0 && ends.every(({ norm }) => norm.includes('?'));
}

/** "did not rule out that": holds it possible. */
export const leavesOpen = (cue: readonly Token[]): boolean =>
  excludes(cue) && cue.some((token) => VERB_NEGATIONS.has(token.norm) || token.norm === 'cannot');

/** "ruled out", "excluded", not "ruled that". */
const excludes = (cue: readonly Token[]): boolean =>
  cue.some(
    (token, i) => EXCLUDING.has(token.lemma) || EXCLUDING.has(`${token.lemma} ${cue[i + 1]?.norm ?? ''}`),
  );

/** "did not comment", "would not say", "had no comment", "did not reply". */
function isRefusal(cue: readonly Token[]): boolean {
  if (cue.some((token) => token.lemma === 'decline' || token.lemma === 'refuse')) return true;
  const asked = cue.findIndex((token) => token.lemma === 'refer');
  if (asked >= 0 && cue.slice(asked).some((token) => /^(?:questions?|inquir|enquir|quer)/.test(token.norm)))
    return true;
  const negated = cue.some((token) => VERB_NEGATIONS.has(token.norm) || token.norm === 'no');
  if (!negated) return false;
  const denied = cue.some((token) => VERB_CUES.get(token.lemma)?.act === 'DENIED');
  return denied || cue.some((token) => NO_INFORMATION.has(token.lemma) || VERB_CUES.has(token.lemma));
}

/** "no longer speaks of": held before, and not now. */
const isAbandoned = (cue: readonly Token[]): boolean =>
  cue.some(({ norm }, i) => norm === 'no' && cue[i + 1]?.norm === 'longer') &&
  cue.some(({ lemma }) => VERB_CUES.has(lemma));

/** "called for", "called on", "has asked", "demanded". */
function isCall(cue: readonly Token[]): boolean {
  return cue.some((token, i) => {
    const next = cue[i + 1]?.norm;
    if (token.lemma === 'call') return next === 'for' || next === 'on' || next === 'upon';
    return token.lemma === 'ask' && token.pos === 'VERB';
  });
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

/** "called the claim “pure invention”", "dismissed the reports as speculation", "were “a lie”". */
function discredits({ cue, content }: Passage): boolean {
  if (cue.some((token) => DISCREDITING.has(token.norm)))
    return !cue.some((token) => VERB_NEGATIONS.has(token.norm));
  const names = cue.some(isNaming);
  const at = names ? predicateAt(cue, content) : -1;
  const ends = names && at < 0 && content.slice(-6).some((token) => DISCREDITING.has(token.norm));
  return ends || (at > 0 && isDiscredit(content, at)) || verdictAt(content) >= 0;
}

/** A verb by which somebody says what a thing is: "called", "dismissed … as". */
export const isNaming = (token: Token): boolean => NAMING.has(token.lemma);

/**
 * "called | the claim | “pure invention”", "slammed | the reports | as “grotesque”": where the content of a naming verb
 * says what it calls the thing; -1 where it does not. Tokens of the content without its quotation marks.
 */
export function predicateAt(cue: readonly Token[], content: readonly Token[]): number {
  const as = content.findIndex((token, i) => i > 0 && token.norm === 'as');
  if (as > 0 && as < content.length - 1) return as;
  if (!cue.some((token) => token.lemma === 'call' || token.lemma === 'brand' || token.lemma === 'label'))
    return -1;
  const end = phraseStartingAt(content, 0, content.length);
  const next = end === null ? undefined : content[end];
  return end !== null && next !== undefined && OPENS_PREDICATE.has(next.pos) && next.norm !== 'that'
    ? end
    : -1;
}

const OPENS_PREDICATE = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'ADV', 'NUM', 'PRON']);

/** The predicate says that the thing is untrue, or belittles what somebody has said. */
export function isDiscredit(content: readonly Token[], at: number): boolean {
  const predicate = content.slice(at);
  if (predicate.some((token) => DISCREDITING.has(token.norm))) return true;
  const thing = content.slice(0, at);
  const said = thing.some(
    ({ lemma, norm }) =>
      NOUN_CUES.get(lemma)?.class === 'statement' ||
      /^(?:that|this|it|them)$/.test(norm) ||
      SAID_THINGS.has(lemma),
  );
  return said && predicate.some((token) => BELITTLING.has(token.norm));
}

/** How soon behind its verb a verdict must come ("were nothing but a lie"). In tokens. */
const VERDICT = 5;

/** "Reports that the bridge had fallen | were “a lie”": where the verdict on what others said begins; -1 where there is none. */
export function verdictAt(content: readonly Token[]): number {
  // at the head of a sentence the tagger takes "Reports" for a name
  const said = content.findIndex(
    ({ lemma, norm }) =>
      (NOUN_CUES.get(lemma) ?? NOUN_CUES.get(norm.replace(/s$/, '')))?.class === 'statement',
  );
  if (said < 0 || said > 2) return -1;
  return content.findIndex((token, i) => {
    const behind = content.slice(i + 1, i + 1 + VERDICT);
    return (
      i > said &&
      token.lemma === 'be' &&
      behind.some(({ norm }) => DISCREDITING.has(norm)) &&
      !behind.some(({ norm }) => VERB_NEGATIONS.has(norm))
    );
  });
}

/** "warned against drawing conclusions", "warned of consequences": a call or a threat, nothing that can be true. */
const isWarningToAct = (content: readonly Token[]): boolean =>
  content[0]?.norm === 'against' ||
  content[0]?.norm === 'not' ||
  content.some((token) => THREAT.has(token.norm));

function actOfContent(passage: Passage): Act {
  const { content, quoted } = passage;
  const performed = performative(content, quoted);
  if (performed !== null) return performed;
  const clause = mainClause(content);
  const feared = feeling(clause);
  if (feared !== null) return feared;
  if (tooEarly(clause)) return 'OTHER';
  const assures = passage.cue.some((token) => ASSURING.has(token.lemma));
  if (assures && (isNegated(clause) || clause.some((token) => INNOCENT.has(token.norm)))) return 'DENIED';
  if (deniesPlainly(clause)) return speaksOfOwnMind(clause) ? 'CLAIMED' : 'DENIED';
  if (isIntention(clause, quoted)) return 'OTHER';
  return isFuture(clause) || isImminent(clause) ? 'PREDICTED' : 'CLAIMED';
}

/** What the speaker does by saying it: "We confirm …", "I ask everybody …", "Our thoughts are with …". */
function performative(content: readonly Token[], quoted: boolean): Act | null {
  if (!quoted) return null;
  for (let i = 0; i < content.length; i++) {
    const token = content[i];
    if (token?.norm !== 'i' && token?.norm !== 'we') continue;
    const verb = content.slice(i + 1, i + 4).find((next) => next.pos === 'VERB');
    if (verb === undefined || verb.norm !== verb.lemma) continue;
    if (
      content
        .slice(i + 1, i + 4)
        .some((next) => VERB_NEGATIONS.has(next.norm) || next.norm === 'can' || next.norm === 'to')
    )
      continue;
    if (PERFORM_CONFIRM.has(verb.lemma)) return 'CONFIRMED';
    if (PERFORM_DENY.has(verb.lemma)) return 'DENIED';
    if (i <= 2 && PERFORM_OTHER.has(verb.lemma)) return 'OTHER';
  }
  const own = content[0]?.norm === 'my' || content[0]?.norm === 'our';
  const main = content.find((token) => token.pos === 'VERB');
  if (own && main !== undefined && PERFORM_DENY.has(main.lemma)) return 'DENIED';
  const first = content.slice(0, 8);
  return first.some((token) => CONDOLENCE.has(token.norm)) ? 'OTHER' : null;
}

/** "he feared that none of them would be found": the speaker's fear or hope of what is to come. */
function feeling(clause: readonly Token[]): Act | null {
  const [subject, verb] = clause;
  if (subject?.pos !== 'PRON' || verb === undefined) return null;
  const cue = VERB_CUES.get(verb.lemma);
  return (cue?.class === 'attitude' || cue?.class === 'belief') &&
    cue.act === 'PREDICTED' &&
    isFuture(clause.slice(2))
    ? 'PREDICTED'
    : null;
}

/** "We will answer", "it would inform the public": what the speaker means to say or to do in reply. */
function isIntention(clause: readonly Token[], quoted: boolean): boolean {
  const own = clause[0]?.norm;
  const firstPerson = own === 'i' || own === 'we';
  if (!firstPerson && !['it', 'he', 'she', 'they'].includes(own ?? '')) return false;
  const verb = clause.find((token) => token.pos === 'VERB');
  if (verb === undefined) return false;
  const progressive = /ing$/.test(verb.norm) && clause[1]?.lemma === 'be';
  if (!isFuture(clause) && !progressive) return false;
  return REPLYING.has(verb.lemma) || (firstPerson && quoted && isFuture(clause));
}

/** "It is far too early to talk about causes": says that nothing will be said. */
const tooEarly = (clause: readonly Token[]): boolean =>
  clause.some(
    (token, i) => TOO_EARLY.has(token.norm) && clause[i - 1]?.norm === 'too' && clause[i + 1]?.norm === 'to',
  );

/** How far behind its preposition a term names its day ("by the end of the week"). In tokens. */
const TERM = 6;

/** "could be announced before the end of the week": possible, and dated ahead. */
function isImminent(clause: readonly Token[]): boolean {
  const modal = clause.findIndex(
    (token) => token.norm === 'could' || token.norm === 'may' || token.norm === 'might',
  );
  if (modal < 0 || isNegated(clause)) return false;
  if (clause[modal + 1]?.norm === 'have' || clause[modal + 2]?.norm === 'have') return false;
  return clause.some(
    (token, i) =>
      token.norm === 'soon' ||
      token.norm === 'tomorrow' ||
      token.norm === 'next' ||
      ((token.norm === 'before' || token.norm === 'by' || token.norm === 'within') &&
        i > modal &&
        clause.slice(i + 1, i + 1 + TERM).some((next) => isTimeWord(next) || next.pos === 'NUM')),
  );
}

/** "I have not seen it": says what the speaker knows, denies nothing. */
function speaksOfOwnMind(clause: readonly Token[]): boolean {
  const own = clause[0]?.norm;
  if (own !== 'i' && own !== 'we' && own !== 'he' && own !== 'she' && own !== 'they' && own !== 'it')
    return false;
  const verb = clause.find((token) => token.pos === 'VERB');
  const cue = verb === undefined ? undefined : VERB_CUES.get(verb.lemma);
  return (
    cue?.class === 'attitude' ||
    cue?.class === 'belief' ||
    cue?.class === 'perception' ||
    NO_INFORMATION.has(verb?.lemma ?? '')
  );
}
