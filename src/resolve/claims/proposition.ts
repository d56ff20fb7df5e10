// From what a mention says to propositions: clauses with the features that comparing needs.

import { NOUN_CUES, verbCue } from '../../extract/rules/cues.ts';
import type { Attribution, Factuality } from '../../extract/types.ts';
import { tokensIn } from '../../text/lookup.ts';
import type { Document, Span, Token } from '../../text/types.ts';
import type { ClaimFeatures } from '../types.ts';
import { type ClauseRole, clausesOf } from './clauses.ts';
import { factualityOf } from './factuality.ts';
import { featuresOf, takingPlace } from './features.ts';
import { subjectMatter } from './naming.ts';
import { hasNegator } from './negation.ts';
import { quantitiesOf } from './quantities.ts';
import { conceptOf, EVENT_CONCEPTS, wordSet } from './words.ts';

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
