// The whole noun phrase of a document or data set: "a photo shared on a messaging service", "figures from two hospitals".
import { readLexicon } from '../../lexicon.ts';
import { tokenRange } from '../../text/lookup.ts';
import type { Document, Span, Token } from '../../text/types.ts';
import { COMPLEMENT_STARTS } from './lexicon.ts';
import { readPhrase } from './read-phrase.ts';

/** Prepositions that after the noun itself belong to it, and not to the verb of the sentence. */
const OF_THE_NOUN = new Set(['of', 'from', 'by', 'about']);
/** Prepositions that go on with a participle or with a phrase behind the noun. */
const GOING_ON = new Set([...OF_THE_NOUN, 'on', 'at', 'in', 'with', 'to', 'for']);
const INSIDE = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET', 'PART', 'PRON']);
const RELATIVE = new Set(['who', 'which', 'that', 'where', 'when', 'whose', 'whom', 'what']);
const TIMES = new Set(readLexicon('time-words').get('times'));
/** Words behind the noun at most. */
const LONGEST = 24;

/**
 * Extends the span of a document or data set by what tells where it comes from: participles and prepositional phrases,
 * up to a relative clause or the next clause. Other spans stay as they are.
 */
export function withModifiers(document: Document, span: Span): Span {
  const phrase = readPhrase(document.article.text, span);
  const body = phrase.noun?.role === null ? phrase.noun.body : null;
  if (phrase.name !== null || phrase.form === 'own' || (body !== 'document' && body !== 'data')) return span;
  const from = tokenRange(document, span)[1];
  const sentence = document.sentences[document.tokens[from - 1]?.sentence ?? -1];
  if (sentence === undefined) return span;
  const tokens = document.tokens.slice(from, Math.min(from + LONGEST, sentence.tokens[1]));
  const end = modifierEnd(tokens);
  return end === null ? span : [span[0], end];
}

/** Where the modifiers at the beginning of the tokens end; null: there are none. */
function modifierEnd(tokens: readonly Token[]): number | null {
  let end: number | null = null;
  let i = 0;
  while (i < tokens.length) {
    const start: number = isParticiple(tokens, i) ? i + 1 : i;
    const preposition = tokens[start]?.norm ?? '';
    const allowed: ReadonlySet<string> = end === null && start === i ? OF_THE_NOUN : GOING_ON;
    const object: number = allowed.has(preposition) ? nounPhraseEnd(tokens, start + 1) : start + 1;
    const next: number = object > start + 1 ? object : i;
    if (next === i) break;
    end = tokens[next - 1]?.span[1] ?? end;
    i = next;
  }
  return end;
}

/** "shared on", "obtained by": a participle behind its noun, not the verb of a sentence. */
const isParticiple = (tokens: readonly Token[], i: number): boolean => {
  const token = tokens[i];
  return (
    token !== undefined &&
    (token.pos === 'VERB' || token.pos === 'ADJ') &&
    /(?:ed|[dt]|en|wn|own)$/.test(token.norm) &&
    COMPLEMENT_STARTS.has(token.norm)
  );
};

/** Past the noun phrase that begins at a token; `from` where none does, or where it tells a time. */
function nounPhraseEnd(tokens: readonly Token[], from: number): number {
  let i = from;
  while (i < tokens.length) {
    const token = tokens[i];
    if (token === undefined || !INSIDE.has(token.pos) || RELATIVE.has(token.norm)) break;
    i++;
  }
  const words = tokens.slice(from, i);
  const noun = words.some((token) => token.pos === 'NOUN' || token.pos === 'PROPN');
  return noun && !words.some((token) => TIMES.has(token.lemma) || TIMES.has(token.norm)) ? i : from;
}
