// The speech act of what is said, where the cue leaves it open: what is performed, feared, meant, foretold or denied.
import type { Token } from '../../text/types.ts';
import type { Act } from '../types.ts';
import { deniesPlainly, isFuture, isNegated, mainClause } from './clause.ts';
import { VERB_CUES } from './cues.ts';
import type { Passage } from './passage.ts';
import { isTimeWord } from './phrase.ts';
import { NO_INFORMATION, VERB_NEGATIONS, wordSet } from './words.ts';

const words = wordSet('acts');
const PERFORM_CONFIRM = words('performative confirm');
const PERFORM_DENY = words('performative deny');
const PERFORM_OTHER = words('performative other');
const CONDOLENCE = words('condolence');
const REPLYING = words('replying');
const ASSURING = words('assuring');
const INNOCENT = words('innocent');
const TOO_EARLY = words('too early');

/** The act by the words of the content, of a cue that says no more than that somebody says it. */
export function actOfContent(passage: Passage): Act {
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
