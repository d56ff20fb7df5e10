// What an attribution means, from the words of its cue and content: whoever found its spans.
import type { SourceKind } from '../../resolve/types.ts';
import type { Document, Token } from '../../text/types.ts';
import type { Act } from '../types.ts';
import { actOf, takenBack } from './act.ts';
import { cueOf, isPreposition } from './act-of-cue.ts';
import { bearsOut } from './bearing-out.ts';
import { channelOf, isProvisional, timeOf } from './circumstances.ts';
import { factualityOf, hedgesIn } from './factuality.ts';
import { type Passage, passageOf } from './passage.ts';
import { isPossessive, isVerbal, phraseStartingAt } from './phrase.ts';
import type { AttributionSpans, Classification } from './types.ts';
import { OBJECT_PRONOUNS, VERB_NEGATIONS, wordSet } from './words.ts';

const words = wordSet('acts');
const OBSERVERS = words('observers');
const FINDING = words('finding');
const INTERROGATIVES = words('interrogatives');
const DEEDS = words('deeds');
const NAMING = words('naming');
const WISHING = words('wishing');
const CHARGING = words('charging');
const CONVENING = words('convening');
const CONVENED = words('convened');
const ISSUING = words('issuing');
const ISSUED = words('issued');
const HEARD = words('telling somebody');
const HAVING_SEEN = wordSet('relays')('having seen');
const FUTURE = wordSet('hedges')('future');
const FIGURES = new Set(['figures', 'amounts'].flatMap((list) => [...wordSet('figures')(list)]));
/** Verbs that say nothing but a figure. */
const STATING = new Set(['putting', 'giving', 'changing'].flatMap((list) => [...wordSet('figures')(list)]));

/** What the words of cue and content make of an attribution. Never throws; any spans. O(length of its sentences). */
export function classify(document: Document, spans: AttributionSpans): Classification {
  const passage = passageOf(document, spans);
  const act = actOf(passage);
  return {
    statement: act === 'DENIED' || isStatement(passage),
    act,
    factuality: factualityOf(passage.cue, passage.content, act),
    hedges: hedgesIn(passage.content),
    provisional: isProvisional(passage),
    channel: channelOf(passage),
    time: timeOf(passage),
  };
}

/**
 * The act once the kind of source is known: only outlets report, and what an outlet says in its own right is a report.
 * `kind` null is the article's own voice.
 */
export function actOfSource(act: Act, kind: SourceKind | null): Act {
  if (kind === 'Outlet') return act === 'CLAIMED' ? 'REPORTED' : act;
  return act === 'REPORTED' ? 'CLAIMED' : act;
}

/** Said, found, seen or held by somebody who reports it, as against felt or wanted. */
function isStatement(passage: Passage): boolean {
  const { cue, content, source, quoted } = passage;
  if (cue.length === 0 || isPreposition(cue)) return true;
  if (
    isReader(source) ||
    isUnsaid(passage) ||
    isMereHearer(passage) ||
    isCharged(passage) ||
    isThing(passage) ||
    obtainsBefore(passage)
  )
    return false;
  switch (cueOf(cue)?.class) {
    case undefined:
      return (
        quoted ||
        statesFigure(passage) ||
        takenBack(passage) !== null ||
        cue.every(({ pos, lemma }) => pos === 'PUNCT' || lemma === 'have')
      );
    case 'attitude':
      return (quoted && source.length > 0) || bearsOut(passage);
    case 'belief':
      return content.some(isVerbal) || content.some((token) => token.pos === 'NOUN');
    case 'perception':
      return (
        (cue.some((token) => FINDING.has(token.lemma) || token.lemma === 'have') && !learnsOf(passage)) ||
        closes(passage) ||
        (quoted && cue.some(({ lemma }) => lemma === 'read')) ||
        source.some((token) => OBSERVERS.has(token.lemma))
      );
    case 'directive':
    case 'commissive':
      return quoted || content.some(isVerbal) || !cue.every(isDeed);
    default:
      return true;
  }
}

/** "If you believe the papers": whoever reads this is nobody's source. */
const isReader = (source: readonly Token[]): boolean => source.length === 1 && source[0]?.norm === 'you';

/** "has not been accused of anything": said of the subject, by nobody named. */
const isCharged = ({ cue, source, content }: Passage): boolean => {
  const at = cue.findIndex((token) => CHARGING.has(token.lemma));
  const passive = at > 0 && cue.slice(0, at).some((token) => token.lemma === 'be');
  const [first, last] = [source[0], cue[at]];
  return (
    passive &&
    first !== undefined &&
    last !== undefined &&
    first.span[0] < last.span[0] &&
    !/by$/.test(content[0]?.norm ?? '')
  );
};

/** "called an extra meeting", "had published its report": what is done with a thing, without a word on what it says. */
function isThing({ cue, content, quoted }: Passage): boolean {
  const verb = cue.find((token) => CONVENING.has(token.lemma) || ISSUING.has(token.lemma));
  if (verb === undefined || quoted || content.some(isVerbal) || cue.some((token) => token.lemma === 'be'))
    return false;
  const last = phraseStartingAt(content, 0, content.length);
  const head = content.slice(0, last ?? 0).findLast((token) => token.pos === 'NOUN')?.lemma ?? '';
  if (CONVENING.has(verb.lemma)) return CONVENED.has(head);
  return ISSUED.has(head) || isDocumentNoun(head)
    ? isPossessive(content[0]) || content[0]?.norm === 'the'
    : false;
}

const DOCUMENTS = wordSet('relays')('documents');
const isDocumentNoun = (lemma: string): boolean => DOCUMENTS.has(lemma);

/** "corrected the toll from four to six", "gave the time as 22:47" */
const statesFigure = ({ cue, content }: Passage): boolean =>
  cue.some(({ lemma }) => STATING.has(lemma)) &&
  content.some(({ lemma }) => FIGURES.has(lemma)) &&
  content.some(({ pos }) => pos === 'NUM');

/** "…, the Echo understands": a formula by which an outlet gives as its own what it has from others. */
const closes = ({ document, cue, content, source }: Passage): boolean => {
  const [first] = cue;
  const before = content.at(-1);
  return (
    first?.lemma === 'understand' &&
    before !== undefined &&
    before.span[1] <= first.span[0] &&
    source.some(({ span }) => /\p{Lu}/u.test(document.article.text.charAt(span[0])))
  );
};

/** "which the paper has obtained under freedom of information rules": what was obtained stands before. */
const obtainsBefore = ({ cue, content }: Passage): boolean =>
  cue.some(({ lemma }) => HAVING_SEEN.has(lemma)) && content[0]?.pos === 'ADP';

/** "City hall learned of the results": that it came to know, not what. */
const learnsOf = ({ cue, content }: Passage): boolean =>
  cue.some(({ lemma }) => lemma === 'learn') &&
  !content.some(isVerbal) &&
  [...cue.slice(-1), ...content.slice(0, 1)].some(({ norm }) => norm === 'of' || norm === 'about');

/** "warned the public", "informed the family": to whom something is said, and not what. */
const isMereHearer = ({ cue, content, quoted }: Passage): boolean => {
  const [first] = content;
  const hears =
    cue.some(({ lemma }) => HEARD.has(lemma)) && !cue.some(({ norm }) => /^(?:of|about|by|be)$/.test(norm));
  const [verb, last] = [cue.find(({ lemma }) => HEARD.has(lemma)), content.at(-1)];
  if (!hears || quoted || first === undefined || verb === undefined || last === undefined) return false;
  const behind = verb.span[1] <= first.span[0];
  return (
    behind && first.pos === 'DET' && content.slice(1).every(({ pos }) => pos === 'NOUN' || pos === 'ADJ')
  );
};

/** What is ordered or offered without a clause is a thing. */
const isDeed = ({ lemma, pos }: Token): boolean => pos === 'AUX' || pos === 'ADV' || DEEDS.has(lemma);

/** No statement yet, or none at all: "did not specify when", "will tell whether", "asked not to be named", "called her". */
function isUnsaid({ cue, content, quoted }: Passage): boolean {
  if (quoted) return false;
  const [first, second] = content;
  const asks = INTERROGATIVES.has(first?.norm ?? '');
  const negated = cue.some((token) => VERB_NEGATIONS.has(token.norm));
  const future = cue.some((token) => FUTURE.has(token.norm) || token.norm === 'going');
  const anonymous = content.slice(0, 5).some((token) => NAMING.has(token.norm)) && content.length > 1;
  const asked = cue.some((token) => WISHING.has(token.lemma));
  // "told him which way to go"
  const advised =
    asks &&
    content.some((token, i) => token.norm === 'to' && isVerbal(content[i + 1])) &&
    content.filter(isVerbal).length === 1;
  return (
    (asks && (negated || future)) ||
    advised ||
    (asked && anonymous) ||
    (second === undefined && OBJECT_PRONOUNS.has(first?.norm ?? '') && first?.norm !== 'it')
  );
}
