// What of a clause is compared: its happenings, words, names, amounts and how it stands in time.
import type { Token } from '../../text/types.ts';
import type { ClaimFeatures } from '../types.ts';
import { subjectOf } from './clauses.ts';
import { coreOf } from './core.ts';
import { daysOf, monthsOf } from './months.ts';
import { isNegated } from './negation.ts';
import { isProspective } from './prospect.ts';
import { quantitiesOf } from './quantities.ts';
import { conceptOf, EVENT_CONCEPTS, lightVerbsOf, type Term, termsOf } from './words.ts';

/** The features of a clause; of a direct one also its wording. */
export function featuresOf(tokens: readonly Token[], direct: boolean): ClaimFeatures {
  const [core, around] = coreOf(tokens);
  const terms = termsOf(core);
  const beside = termsOf(around);
  const isName = (term: Term) => term.kind === 'name' || term.kind === 'label';
  const happenings = terms
    .filter(({ kind, key }) => kind === 'verb' || (kind !== 'person' && EVENT_CONCEPTS.has(key)))
    .map((t) => t.key);
  const lightly = [...(happenings.length > 0 ? [] : lightVerbsOf(core)), ...takingPlace(core)];
  const heads = unique([...happenings, ...lightly]);
  return {
    heads,
    entities: unique(terms.filter(isName).map((t) => t.key)),
    content: unique([...terms.filter((t) => !isName(t)).map((t) => t.key), ...lightly]),
    circumstances: unique(beside.map((t) => t.key)),
    subject: unique(termsOf(actorOf(tokens)).map((t) => t.key)),
    passive: isPassive(tokens),
    quantities: quantitiesOf(tokens),
    negated: isNegated(tokens),
    prospective: isProspective(tokens),
    months: unique(monthsOf(tokens)),
    days: unique(daysOf(tokens)),
    quotation: direct ? tokens.map((token) => token.norm).join(' ') : null,
  };
}

/** "The exchange took place": the happening is the noun. */
export function takingPlace(tokens: readonly Token[]): readonly string[] {
  const at = tokens.findIndex(
    ({ lemma }, i) =>
      lemma === 'occur' || lemma === 'happen' || (lemma === 'take' && tokens[i + 1]?.norm === 'place'),
  );
  const noun = tokens.slice(0, Math.max(0, at)).findLast(({ pos }) => pos === 'NOUN');
  return noun === undefined ? [] : [conceptOf(noun.lemma, noun.pos, noun.norm)];
}

/** Each once, in the order of the alphabet. */
export const unique = (words: readonly string[]): readonly string[] => [...new Set(words)].sort();

/** The subject; where the tagger saw no verb, what stands before a noun of event ("a patrol shot first", "the plant fire"). */
function actorOf(tokens: readonly Token[]): readonly Token[] {
  const subject = subjectOf(tokens);
  if (subject.length > 0 || tokens.some((token) => token.pos === 'VERB' || token.pos === 'AUX'))
    return subject;
  const event = tokens.findIndex(
    (token, i) =>
      EVENT_CONCEPTS.has(conceptOf(token.lemma, token.pos, token.norm)) &&
      ['NOUN', 'PROPN'].includes(tokens[i - 1]?.pos ?? ''),
  );
  return event > 0 ? tokens.slice(0, event) : [];
}

/** "had been evacuated", "were killed" */
const isPassive = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token, i) =>
      token.lemma === 'be' &&
      tokens.slice(i + 1, i + 3).some((next) => next.pos === 'VERB' && !next.norm.endsWith('ing')),
  );
