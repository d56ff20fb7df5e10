// Whom and what the running text names beside its sources: they say who "she" and "the company" are.
import { isGenitive } from '../../extract/rules/phrase.ts';
import { sentenceAt, tokenAt, tokenRange, tokensIn } from '../../text/lookup.ts';
import { wordRanks } from '../../text/rarity.ts';
import { compareSpans, overlapLength } from '../../text/span.ts';
import type { Document, Span } from '../../text/types.ts';
import { datelineOf } from './dateline.ts';
import { COMPLEMENT_STARTS, type HeadNoun, headNoun, NO_NAMES } from './lexicon.ts';

/** How many places back a span may overlap: extracted spans hardly nest. */
export const NESTING = 8;

/** Does a span overlap one of a list in text order? O(log n). */
export function overlapsAny(sorted: readonly Span[], span: Span): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.[0] ?? 0) < span[1]) low = middle + 1;
    else high = middle;
  }
  return sorted.slice(Math.max(0, low - NESTING), low).some((other) => overlapLength(other, span) > 0);
}

const NAME_WORD =
  "(?:(?:\\p{Lu}|Mr|Mrs|Ms|Dr|St|Gov|Sen|Rep|Gen|Col|Lt)\\.|\\p{Lu}[\\p{L}\\p{M}\\p{N}'’-]{0,40})";
const NAME = new RegExp(
  `(?:${NAME_WORD}|\\d{1,3}(?:st|nd|rd|th)(?= \\p{Lu}))(?: (?:(?:de|von|van|der|del|of|for|&) )?(?:${NAME_WORD}|\\d{2}\\b)){0,6}`,
  'gu',
);
const ROLE_WORDS = 3;
const ARTICLES = new Set(['the', 'a', 'an']);

/** Names with the role words before them, and "the company", "the ministry": at most one place for any stretch of text. */
export function namesInText(document: Document): readonly Span[] {
  const { text } = document.article;
  const dateline = datelineOf(document.article)?.end ?? 0;
  const spans: Span[] = [];
  for (const paragraph of document.paragraphs) {
    if (paragraph.kind === 'heading') continue;
    const [start, end] = paragraph.span;
    const before = spans.length;
    const prose = text.slice(start, end);
    for (const match of prose.matchAll(NAME)) {
      const [offset, words] = properPart(match[0].replace(/['’-]+$/, '').split(' '));
      if (words.length === 0) continue;
      const from = start + match.index + offset;
      const name: Span = [from, from + words.join(' ').length];
      if (name[0] < dateline) continue;
      const first = sentenceAt(document, name[0])?.span[0] === name[0];
      const role = roleBefore(text, start, name[0]);
      const proper = words.length > 1 || !first || isNameAlone(document, name);
      if (role < name[0]) spans.push([role, name[1]]);
      else if (proper && !isShouted(text, name)) spans.push(withDescription(document, name));
    }
    const names = spans.slice(before);
    for (const sentence of document.sentences.slice(...paragraph.sentences))
      spans.push(...described(document, sentence.span).filter((span) => !overlapsAny(names, span)));
  }
  return spans.sort(compareSpans);
}

/** A capital at the head of a sentence is a name's where the word is no common one: "Quaylands broke its silence". */
const isNameAlone = (document: Document, name: Span): boolean => {
  const token = tokenAt(document, name[0]);
  return token?.pos === 'PROPN' && !wordRanks().has(token.norm);
};

/** "for TWO WEEKS": plain words written large; an acronym stands alone. */
const isShouted = (text: string, [from, to]: Span): boolean =>
  /\p{Lu}{2,} $/u.test(text.slice(Math.max(0, from - 12), from)) ||
  /^\p{Lu}{3,}(?: \p{Lu}{3,})+$/u.test(text.slice(from, to)) ||
  /^ \p{Lu}{2,} /u.test(text.slice(to, to + 12));

/** Words of a description between commas behind a name, at most. */
const DESCRIPTION = 12;

/** "Quaylands, the developer, broke its silence": with what is said of it between commas. */
function withDescription(document: Document, name: Span): Span {
  const [, from] = tokenRange(document, name);
  const { tokens } = document;
  const determiner = tokens[from + 1]?.norm ?? '';
  if (tokens[from]?.norm !== ',' || !ARTICLES.has(determiner)) return name;
  for (let i = from + 2; i < from + 2 + DESCRIPTION; i++) {
    const token = tokens[i];
    if (token === undefined || token.pos === 'VERB' || token.pos === 'AUX') return name;
    if (/^[,.;)]$/.test(token.norm))
      return i > from + 2 ? [name[0], tokens[i - 1]?.span[1] ?? name[1]] : name;
  }
  return name;
}

/** A run of capitals without function words in front, up to the next one: "But Mrs Clinton", "China On Nov". */
function properPart(run: readonly string[]): readonly [offset: number, words: readonly string[]] {
  const isNone = (word: string) => NO_NAMES.has(word.toLowerCase());
  const from = run.findIndex((word) => !isNone(word) && word !== 'of' && word !== 'for');
  if (from < 0) return [0, []];
  const to = run.findIndex((word, i) => i > from && /^\p{Lu}/u.test(word) && isNone(word));
  const words = run.slice(from, to < 0 ? run.length : to);
  while (/^\p{Ll}/u.test(words.at(-1) ?? '')) words.pop();
  return [run.slice(0, from).join(' ').length + (from > 0 ? 1 : 0), words];
}

/** Where the role words that stand right before a name begin; the name’s own start where none do. */
function roleBefore(text: string, from: number, name: number): number {
  const before = text.slice(Math.max(from, name - 60), name);
  if (!before.endsWith(' ')) return name;
  const words = before.trimEnd().split(' ').slice(-ROLE_WORDS);
  for (let length = Math.min(ROLE_WORDS, words.length); length > 0; length--) {
    const part = words.slice(-length);
    const noun = headNoun(part.map((w) => w.toLowerCase()));
    if (noun !== null && noun.length === length && (noun.role !== null || noun.body !== null))
      return name - part.join(' ').length - 1;
  }
  return name;
}

/** "the company", "the defence ministry", "the farmers’ union", "an old man" in a sentence. */
function described(document: Document, sentence: Span): readonly Span[] {
  const tokens = tokensIn(document, sentence);
  const spans: Span[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || !ARTICLES.has(token.norm)) continue;
    const words: string[] = [];
    for (const next of tokens.slice(i + 1, i + 6)) {
      if (isGenitive(next) && words.length > 0) continue;
      if (!/^[\p{L}-]+$/u.test(next.norm) || COMPLEMENT_STARTS.has(next.norm) || next.norm === 'the') break;
      words.push(next.norm);
      const noun = headNoun(words);
      const after = tokens[tokens.indexOf(next, i) + 1]?.norm ?? '.';
      const ends = !/^[\p{L}-]+$/u.test(after) || headNoun([...words, after]) === null;
      if (noun === null || !ends || !speaks(noun, token.norm === 'the')) continue;
      spans.push([token.span[0], next.span[1]]);
      break;
    }
  }
  return spans;
}

/** Could the text go on about it as a source: people, and bodies of which it has spoken. */
const speaks = (noun: HeadNoun, definite: boolean): boolean =>
  noun.role !== null ? !noun.plural : definite && noun.body !== 'document' && noun.body !== 'data';
