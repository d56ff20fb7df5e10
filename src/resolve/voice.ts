// What an article says in its own voice, with nobody's word for it: only what is plainly a fact of the affair.
import { classify } from '../extract/rules/classify.ts';
import type { Attribution } from '../extract/types.ts';
import { tokensOf } from '../text/lookup.ts';
import { overlaps } from '../text/span.ts';
import type { Document, Sentence, Span, Token } from '../text/types.ts';
import { clausesOf } from './claims/clauses.ts';
import { quantitiesOf } from './claims/quantities.ts';
import { EVENT_CONCEPTS, termsOf, wordSet } from './claims/words.ts';
import { bySentence } from './continuation.ts';
import type { Draft } from './drafts.ts';

const SUPERLATIVES = wordSet('superlatives');
const KNOWN = wordSet('known so far');
const FUTURE = wordSet('future');

/**
 * Attributions without source: superlatives told beside a statement ("the first known case of this type"), and
 * sentences without any attribution that count victims of a happening of the kind that the article's claims tell of.
 */
export function ownVoice(document: Document, drafts: readonly Draft[]): readonly Attribution[] {
  const words = new Set(
    drafts.flatMap(({ propositions }) => propositions.flatMap(({ features }) => features.content)),
  );
  const index = bySentence(document, drafts);
  return document.paragraphs
    .filter((paragraph) => paragraph.kind === 'prose')
    .flatMap((paragraph) => document.sentences.slice(...paragraph.sentences))
    .flatMap((sentence) => {
      const taken = index.get(sentence) ?? [];
      const spans =
        taken.length > 0
          ? superlatives(document, sentence, taken)
          : countedVictims(document, sentence, words);
      return spans.map((span) => inOwnVoice(document, span));
    });
}

/** "the first known case of this type", outside of what anybody says. */
function superlatives(document: Document, sentence: Sentence, taken: readonly Draft[]): readonly Span[] {
  const tokens = tokensOf(document, sentence);
  const start = tokens.findIndex(
    (token, i) =>
      token.norm === 'the' &&
      SUPERLATIVES.has(tokens[i + 1]?.norm ?? '') &&
      KNOWN.has(tokens[i + 2]?.norm ?? ''),
  );
  const first = tokens[start];
  if (first === undefined) return [];
  const stop = tokens.findIndex((token, i) => i > start && token.pos === 'PUNCT');
  const last = tokens[(stop < 0 ? tokens.length : stop) - 1] ?? first;
  const span: Span = [first.span[0], last.span[1]];
  const said = taken.flatMap(({ attribution }) => [
    ...attribution.content,
    ...attribution.source,
    ...attribution.cue,
  ]);
  return said.some((each) => overlaps(each, span)) ? [] : [span];
}

/** "A smaller fire at the same site injured two people in 2019." */
function countedVictims(document: Document, sentence: Sentence, told: ReadonlySet<string>): readonly Span[] {
  const tokens = tokensOf(document, sentence);
  if (tokens.some((token) => /["“”]/.test(token.norm))) return [];
  const terms = termsOf(tokens).map((term) => term.key);
  const happened = terms.some((key) => EVENT_CONCEPTS.has(key)) && tokens.some(isPast);
  const counts = quantitiesOf(tokens).some((quantity) => quantity.unit === 'person');
  const prospective = tokens.some((token) => FUTURE.has(token.norm));
  return happened && counts && !prospective && terms.some((key) => told.has(key))
    ? wholeClauses(document, sentence)
    : [];
}

const wholeClauses = (document: Document, { span }: Sentence): readonly Span[] =>
  clausesOf(document, [span]).length > 0 ? [span] : [];

const isPast = (token: Token): boolean =>
  token.pos === 'VERB' && token.norm !== token.lemma && !/(?:s|ing)$/.test(token.norm);

function inOwnVoice(document: Document, span: Span): Attribution {
  const spans = { source: [], cue: [], content: [span] };
  return {
    ...spans,
    ...classify(document, spans),
    confidence: 0.4,
    statement: true,
    act: 'CLAIMED',
    time: null,
    by: 'own voice',
  };
}
