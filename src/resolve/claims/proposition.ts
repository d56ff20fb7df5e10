// From what a mention says to propositions: clauses with the features that comparing needs.

import { NOUN_CUES, verbCue } from '../../extract/rules/cues.ts';
import type { Attribution, Factuality } from '../../extract/types.ts';
import { tokensIn } from '../../text/lookup.ts';
import { overlaps } from '../../text/span.ts';
import type { Document, Span, Token } from '../../text/types.ts';
import type { ClaimFeatures } from '../types.ts';
import { type ClauseRole, clausesOf, subjectOf } from './clauses.ts';
import { monthsOf } from './months.ts';
import { subjectMatter } from './naming.ts';
import { hasNegator, isNegated } from './negation.ts';
import { quantitiesOf } from './quantities.ts';
import { conceptOf, EVENT_CONCEPTS, lightVerbsOf, type Term, termsOf, wordSet } from './words.ts';

/** One clause of one mention's content. */
export interface Proposition {
  readonly role: ClauseRole;
  readonly tokens: readonly Token[];
  /** Where it stands, in text order. */
  readonly spans: readonly Span[];
  readonly direct: boolean;
  readonly factuality: Factuality;
  /** The source denies it; a denial worded as a negation ("did not cross") is turned into what it denies. */
  readonly denied: boolean;
  /** Says nothing by itself: "this event", "the offer", "it". */
  readonly anaphoric: boolean;
  /** Anaphoric, and says what the claim is about that it names: "reports about a base". */
  readonly named: boolean;
  readonly features: ClaimFeatures;
}

const WEAK_MODALS = wordSet('weak modals');
const FUTURE = wordSet('future');
const UNCERTAIN = wordSet('uncertain');
const STATES = wordSet('injured');
const DEFINITE = wordSet('anaphoric');

/** The propositions of an attribution, in text order. Acts without a claim (calls, promises) have none. */
export function propositionsOf(document: Document, attribution: Attribution): readonly Proposition[] {
  if (attribution.act === 'OTHER') return [];
  const clauses = clausesOf(document, attribution.content);
  const denial = attribution.act === 'DENIED';
  const byCue =
    denial && (deniesByCue(document, attribution) || !clauses.some(({ tokens }) => hasNegator(tokens)));
  const indirect = clauses.some((clause) => !clause.direct);
  return clauses
    .filter((clause) => !(byCue && indirect && clause.direct))
    .map(({ role, tokens, direct }) => {
      const spans = spansOf(tokens);
      const about = subjectMatter(tokens);
      const said = featuresOf(about ?? tokens, direct);
      const refused = refusesSuch(tokens) && (said.negated || byCue);
      const turned = refused || (denial && !byCue && said.negated);
      return {
        role,
        tokens,
        spans,
        direct,
        denied: byCue || turned,
        factuality: factualityOf(attribution, tokens, spans, clauses.length === 1),
        anaphoric: isAnaphoric(tokens, said) || about !== null || refused || (byCue && direct),
        named: said.content.length > 0 && (about !== null || takingPlace(tokens).length > 0),
        features: {
          ...said,
          negated: said.negated && !turned,
          prospective: said.prospective || foretells(attribution, tokens),
        },
      };
    })
    .filter(
      ({ anaphoric, tokens, features }) =>
        anaphoric || !(isMereName(tokens) || tellsNothing(tokens, features)),
    );
}

/** "a clinic doctor", "the fire department": names somebody or something, and says nothing of it. */
function isMereName(tokens: readonly Token[]): boolean {
  const last = tokens.findLast(
    (token) => token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'ADJ',
  );
  return (
    last !== undefined &&
    // A determiner inside tells of a verb that the tagger took for something else ("solvent left the site").
    !tokens.some(({ pos }, i) => ['VERB', 'AUX', 'ADP', 'PRON'].includes(pos) || (pos === 'DET' && i > 0)) &&
    last.pos !== 'ADJ' &&
    !tellsHappening(last) &&
    quantitiesOf(tokens).length === 0
  );
}

/** "so", "which are": no word of its own; "without giving a source": how something was said or done. */
function tellsNothing(tokens: readonly Token[], said: ClaimFeatures): boolean {
  const own = [said.content, said.entities, said.circumstances, said.quantities];
  if (own.every((words) => words.length === 0)) return true;
  const [verb, ...others] = tokens.filter(({ pos }) => pos === 'VERB' || pos === 'AUX');
  const adjunct = tokens[0]?.pos === 'ADP' && tokens[1] === verb && /ing$/.test(verb?.norm ?? '');
  return adjunct && others.length === 0;
}

/** A noun of event ("the sale"), or one that is made of a verb ("the offer"). */
const tellsHappening = (token: Token): boolean =>
  token.pos !== 'PROPN' &&
  (EVENT_CONCEPTS.has(conceptOf(token.lemma, token.pos, token.norm)) ||
    conceptOf(token.lemma, token.pos, token.norm) !== token.lemma);

/** "may", "could"; not the month. */
const isWeak = ({ norm, pos }: Token): boolean => WEAK_MODALS.has(norm) && pos === 'AUX';

/** "denied", "rejected": the cue denies what is said; else the words themselves negate it. */
const deniesByCue = (document: Document, { cue }: Attribution): boolean =>
  cue
    .flatMap((span) => tokensIn(document, span))
    .some((token) => verbCue(token)?.act === 'DENIED' || NOUN_CUES.get(token.lemma)?.act === 'DENIED');

/** A phrase of a proposition as one of its own. */
export const phrase = (whole: Proposition, tokens: readonly Token[]): Proposition => ({
  ...whole,
  tokens,
  spans: spansOf(tokens),
  anaphoric: false,
  named: false,
  features: featuresOf(tokens, whole.direct),
});

function featuresOf(tokens: readonly Token[], direct: boolean): ClaimFeatures {
  const [from, to] = apposition(tokens);
  const start = coreStart(tokens);
  const cut = coreEnd(tokens, to);
  const isCore = (_: Token, i: number) =>
    i >= start && i < cut && !(i >= from && i < to) && !isState(tokens, i);
  const core = tokens.filter(isCore);
  const around = tokens.filter((token, i) => !isCore(token, i));
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
    quotation: direct ? tokens.map((token) => token.norm).join(' ') : null,
  };
}

/** "The exchange took place": the happening is the noun. */
function takingPlace(tokens: readonly Token[]): readonly string[] {
  const at = tokens.findIndex(
    ({ lemma }, i) =>
      lemma === 'occur' || lemma === 'happen' || (lemma === 'take' && tokens[i + 1]?.norm === 'place'),
  );
  const noun = tokens.slice(0, Math.max(0, at)).findLast(({ pos }) => pos === 'NOUN');
  return noun === undefined ? [] : [conceptOf(noun.lemma, noun.pos, noun.norm)];
}

/** Each once, in the order of the alphabet. */
export const unique = (words: readonly string[]): readonly string[] => [...new Set(words)].sort();

const CIRCUMSTANCE = wordSet('circumstance');

/**
 * Where the core of a clause ends: at the first preposition of place, time or manner behind its event and one more word.
 */
function coreEnd(tokens: readonly Token[], after: number): number {
  let events = 0;
  let words = 0;
  for (const [i, token] of tokens.entries()) {
    if (i < after) continue;
    const infinitive = token.norm === 'to' && tokens[i + 1]?.pos === 'VERB';
    if (CIRCUMSTANCE.has(token.norm) && !infinitive && events > 0 && words > 1) return i;
    if (!['NOUN', 'VERB', 'PROPN', 'ADJ', 'NUM'].includes(token.pos)) continue;
    words++;
    if (token.pos === 'VERB' || EVENT_CONCEPTS.has(conceptOf(token.lemma, token.pos, token.norm))) events++;
  }
  return tokens.length;
}

/** ", the man who runs the unit, ": what stands between commas behind the subject, as a range; empty where nothing does. */
function apposition(tokens: readonly Token[]): readonly [number, number] {
  const first = tokens.findIndex((token) => token.norm === ',');
  if (first < 1 || tokens.slice(0, first).some((token) => token.pos === 'VERB' || token.pos === 'AUX'))
    return [0, 0];
  const second = tokens.findIndex((token, i) => i > first && token.norm === ',');
  const next = tokens[second + 1];
  const opens = tokens[first + 1];
  const fits = second > 0 && (next?.pos === 'AUX' || next?.pos === 'VERB') && opens !== undefined;
  return fits && ['DET', 'PRON', 'ADP', 'PROPN', 'NOUN', 'ADJ'].includes(opens.pos)
    ? [first, second + 1]
    : [0, 0];
}

/** "In addition to …, ": what stands before the clause proper, up to its comma. */
function coreStart(tokens: readonly Token[]): number {
  if (tokens[0]?.pos !== 'ADP') return 0;
  const comma = tokens.findIndex((token) => token.norm === ',');
  return comma > 0 && comma < tokens.length - 3 ? comma : 0;
}

/** "wounded North Korean soldier": a state told beside the event. */
const isState = (tokens: readonly Token[], at: number): boolean =>
  at > 0 &&
  STATES.has(tokens[at]?.norm ?? '') &&
  ['ADJ', 'NOUN', 'PROPN'].includes(tokens[at + 1]?.pos ?? '');

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

/** Runs of neighbouring words as spans. */
function spansOf(tokens: readonly Token[]): readonly Span[] {
  const spans: [number, number][] = [];
  for (const { span } of tokens) {
    const last = spans.at(-1);
    if (last !== undefined && span[0] >= last[1] && span[0] - last[1] <= 3) last[1] = span[1];
    else spans.push([span[0], span[1]]);
  }
  return spans;
}

const POSSESSIVES = new Set(['the', 'its', 'his', 'her', 'their']);

/** Short, definite, and with nothing or one word of its own; or an amount of what was spoken of ("it is nine today"). */
function isAnaphoric(tokens: readonly Token[], features: ClaimFeatures): boolean {
  const first = (tokens[0]?.pos === 'ADP' ? tokens[1] : tokens[0])?.norm ?? '';
  const words = features.content.length + features.entities.length;
  if (words === 0 && first === 'it') return true;
  const says = tokens.some((token) => token.pos === 'VERB' || token.pos === 'AUX');
  const bare = tokens.length <= 4 || (tokens.length <= 6 && takingPlace(tokens).length > 0);
  return (
    (!says || takingPlace(tokens).length > 0) &&
    bare &&
    words <= 1 &&
    (POSSESSIVES.has(first) || DEFINITE.has(first))
  );
}

/** "There was no such decision", "we have no knowledge of any such account": what was spoken of before is denied. */
const refusesSuch = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({ norm }, i) =>
      norm === 'such' &&
      ['no', 'any'].includes(tokens[i - 1]?.norm ?? '') &&
      ['NOUN', 'ADJ'].includes(tokens[i + 1]?.pos ?? ''),
  );

/** What somebody warned of may have been so already: "warned that jobs were at risk". */
const foretells = ({ act }: Attribution, tokens: readonly Token[]): boolean =>
  act === 'PREDICTED' || (act === 'WARNED' && !tokens.some(({ norm }) => PAST.has(norm)));

const PAST = new Set(['was', 'were', 'had']);

/** "had been evacuated", "were killed" */
const isPassive = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token, i) =>
      token.lemma === 'be' &&
      tokens.slice(i + 1, i + 3).some((next) => next.pos === 'VERB' && !next.norm.endsWith('ing')),
  );

/** What is to come is a proposition of its own, apart from what has been. */
const isProspective = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token, i) =>
      ((FUTURE.has(token.norm) || isWeak(token)) && tokens[i + 1]?.norm !== 'have') ||
      (token.norm === 'risk' && tokens[i + 1]?.norm === 'that') ||
      (token.norm === 'to' &&
        tokens[i + 1]?.pos !== 'ADP' &&
        (['is', 'are', 'was', 'were'].includes(tokens[i - 1]?.norm ?? '') ||
          (tokens[i + 1]?.norm === 'be' && tokens[i + 2]?.pos === 'VERB' && !isAskedFor(tokens, i)))),
  );

/** "asked for the appraisal to be taken out": what is asked for; that it was asked has been. */
const isAskedFor = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(0, at).some(({ norm }, i) => norm === 'for' && tokens[i - 1]?.pos === 'VERB');

/**
 * The factuality of one clause: what weakens the attribution as a whole (its cue, an opinion) weakens all of them, a
 * modal or hedge only the clause in which it stands, and one that belongs to a mere attribute ("possibly Asian") none.
 */
function factualityOf(
  attribution: Attribution,
  tokens: readonly Token[],
  spans: readonly Span[],
  only: boolean,
): Factuality {
  const whole = attribution.factuality;
  const inside = attribution.hedges.filter((hedge) => spans.some((span) => overlaps(span, hedge)));
  if (only)
    return whole === 'PS+' && inside.length > 0 && inside.every((hedge) => isOfAttribute(tokens, hedge))
      ? 'CT+'
      : whole;
  if (whole.startsWith('CT') || attribution.hedges.length > 0) {
    if (
      tokens.some((t) => isWeak(t) || UNCERTAIN.has(t.norm)) &&
      inside.length + attribution.hedges.length > 0
    )
      return 'PS+';
    if (isProspective(tokens)) return 'PR+';
    return whole.startsWith('CT') ? whole : inside.length > 0 ? whole : 'CT+';
  }
  return whole;
}

/** "possibly Asian": the hedge stands before an adjective or noun, not with a verb. */
const isOfAttribute = (tokens: readonly Token[], hedge: Span): boolean => {
  const at = tokens.findIndex((token) => overlaps(token.span, hedge));
  const next = tokens[at + 1];
  return tokens[at]?.pos === 'ADV' && next !== undefined && ['ADJ', 'PROPN', 'NOUN'].includes(next.pos);
};
