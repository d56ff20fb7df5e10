// Parts of speech and lemmas by wink-nlp (averaged perceptron-like automata over its English web model).
// Offsets are ours: wink sees our tokens with single spaces between them, so that what it remembers of earlier texts cannot move a boundary.
import { createRequire } from 'node:module';
import type { ItsFunction, ItsHelpers, WinkMethods } from 'wink-nlp';
import { readLexicon } from '../lexicon.ts';
import type { RawToken } from './token.ts';

export interface Tag {
  readonly pos: string;
  readonly lemma: string;
}

interface Tagger {
  readonly nlp: WinkMethods;
  readonly its: ItsHelpers;
}

const require = createRequire(import.meta.url);
let tagger: Tagger | null = null;
let fed = 0;
// wink keeps every unknown word it ever saw; a fresh one now and then (0.1 s) bounds the memory.
const FRESH_AFTER = 100_000_000;

function loadTagger(): Tagger {
  if (tagger === null || fed > FRESH_AFTER) {
    const wink = require('wink-nlp') as typeof import('wink-nlp').default;
    const model = require('wink-eng-lite-web-model') as typeof import('wink-eng-lite-web-model').default;
    const nlp = wink(model, ['pos']);
    tagger = { nlp, its: nlp.its };
    fed = 0;
  }
  return tagger;
}

const PLAIN_WORD = /^[A-Za-z\u00c0-\u024f]+(?:[-'][A-Za-z\u00c0-\u024f]+)*\.?$|^(?:[A-Za-z]\.){2,5}$/;
const LONGEST_WORD = 40;
const contractions = readLexicon('contractions');
const IS_AFTER = new Set(contractions.get("before 's is"));
const US_AFTER = new Set(contractions.get("before 's us"));

/** Part of speech (Universal) and lemma of each token of one paragraph. O(number of tokens). */
export function tagTokens(text: string, tokens: readonly RawToken[]): Tag[] {
  const raws = tokens.map(({ span }) => text.slice(span[0], span[1]));
  const norms = raws.map(normalise);
  const words = tokens.map((token, i) =>
    shownWord(token, raws[i] ?? '', norms, i, tokens[i + 1]?.clitic === true),
  );
  const tags = tagWords(words);
  return tokens.map((token, i) => tagOf(token, norms[i] ?? '', tags[i] ?? { pos: 'X', lemma: '' }));
}

/**
 * What wink is shown for a token: itself where it is a plain word, the full form of a contraction, else a common word of its kind.
 * It holds no space.
 */
function shownWord(token: RawToken, raw: string, norms: readonly string[], i: number, host: boolean): string {
  const norm = norms[i] ?? '';
  switch (token.shape) {
    case 'word': {
      if (token.clitic && norm === "'s") {
        const before = norms[i - 1] ?? '';
        return IS_AFTER.has(before) ? 'is' : US_AFTER.has(before) ? 'us' : norm;
      }
      const full = token.clitic || host ? contractions.get(norm)?.[0] : undefined;
      if (full !== undefined) return full;
      const plain = raw.replace(/[’‘]/g, "'");
      if (plain.length <= LONGEST_WORD && PLAIN_WORD.test(plain)) return plain;
      return /^\p{Lu}/u.test(raw) ? 'Smith' : 'thing';
    }
    case 'number':
      return '7';
    case 'address':
      return 'Smith';
    case 'punctuation':
      return /^[.!?,;:()]$/.test(raw) ? raw : /^[“”„«»"]$/.test(raw) ? '"' : raw.startsWith('..') ? '.' : ',';
    default:
      return '*';
  }
}

/** wink's tags, one for each word; of a word that it cuts, the last piece decides, the head of an English compound. */
function tagWords(words: readonly string[]): Tag[] {
  const { nlp, its } = loadTagger();
  const shown = words.join(' ');
  fed += shown.length;
  const pieces = nlp.readDoc(shown).tokens();
  const spaces = pieces.out(its.precedingSpaces) as string[];
  const poses = pieces.out(its.pos) as string[];
  const lemmas = pieces.out(its.lemma as unknown as ItsFunction<string>) as string[];
  const tags: Tag[] = [];
  for (let i = 0; i < spaces.length; i++) {
    const tag = { pos: poses[i] ?? 'X', lemma: lemmas[i] ?? '' };
    if (i > 0 && spaces[i] === '') tags[tags.length - 1] = tag;
    else tags.push(tag);
  }
  return tags;
}

function tagOf({ shape }: RawToken, norm: string, tag: Tag): Tag {
  switch (shape) {
    case 'number':
      return { pos: /(?:st|nd|rd|th)$/.test(norm) ? 'ADJ' : 'NUM', lemma: norm };
    case 'address':
      return { pos: 'PROPN', lemma: norm };
    case 'punctuation':
      return { pos: 'PUNCT', lemma: norm };
    case 'symbol':
      return { pos: 'SYM', lemma: norm };
    case 'word': {
      if (norm.length > LONGEST_WORD || !/^'?[a-z\u00c0-\u024f]/.test(norm))
        return { pos: tag.pos, lemma: norm };
      // wink gave the lemma of the last piece alone.
      const head = norm.lastIndexOf('-') + 1;
      const lemma = head > 0 && !tag.lemma.includes('-') ? norm.slice(0, head) + tag.lemma : tag.lemma;
      return { pos: tag.pos, lemma: lemma.toLowerCase() };
    }
  }
}

/** Lower case, without invisible format characters, straight apostrophes. */
export function normalise(raw: string): string {
  return raw
    .replace(/\p{Cf}/gu, '')
    .replace(/[’‘]/g, "'")
    .replace(/[‐‑]/g, '-')
    .toLowerCase();
}
