// Parts of speech and lemmas by wink-nlp (averaged perceptron-like automata over its English web model).
// Offsets are ours: wink sees our tokens with single spaces between them, so that what it remembers of earlier texts cannot move a boundary.
import { createRequire } from 'node:module';
import type { ItsFunction, ItsHelpers, Document as WinkDocument, WinkMethods } from 'wink-nlp';
import { readLexicon } from '../lexicon.ts';
import type { RawToken } from './token.ts';
import type { Token } from './types.ts';

/** A token before it is known to which sentence it belongs. */
export type TaggedToken = Omit<Token, 'sentence'>;

interface Tag {
  readonly pos: string;
  readonly lemma: string;
}

interface Tagger {
  readonly nlp: WinkMethods;
  readonly its: ItsHelpers;
  readonly vocabulary: Pick<WinkDocument, 'isOOV'>;
}

const require = createRequire(import.meta.url);
let tagger: Tagger | null = null;
let fed = 0;
// Characters. wink keeps every unknown word it ever saw, some 4 MB in a million; a fresh one now and then (0.1 s) bounds the memory.
const FRESH_AFTER = 10_000_000;

function loadTagger(): Tagger {
  if (tagger === null || fed > FRESH_AFTER) {
    const wink = require('wink-nlp') as typeof import('wink-nlp').default;
    const model = require('wink-eng-lite-web-model') as typeof import('wink-eng-lite-web-model').default;
    const nlp = wink(model, ['pos']);
    tagger = { nlp, its: nlp.its, vocabulary: nlp.readDoc('') };
    fed = 0;
  }
  return tagger;
}

const PLAIN_WORD = /^[A-Za-z\u00c0-\u024f]+(?:[-'][A-Za-z\u00c0-\u024f]+)*\.?$|^(?:[A-Za-z]\.){2,5}$/;
const LONGEST_WORD = 40;
const contractions = readLexicon('contractions');
const IS_AFTER = new Set(contractions.get("before 's is"));
const US_AFTER = new Set(contractions.get("before 's us"));

/** wink's work for one call costs as much as that for some hundred words, so paragraphs go together up to this many tokens. */
const BATCH = 500;

/** Norm, part of speech and lemma of each token, paragraph by paragraph. O(number of tokens). */
export function tagParagraphs(text: string, paragraphs: readonly (readonly RawToken[])[]): TaggedToken[][] {
  const tagged: TaggedToken[][] = [];
  for (let from = 0; from < paragraphs.length; ) {
    let to = from;
    for (let size = 0; to < paragraphs.length && size < BATCH; to++) size += paragraphs[to]?.length ?? 0;
    const batch = paragraphs.slice(from, to).map((tokens) => showTokens(text, tokens));
    // A stop between them keeps one paragraph out of the tags of the next.
    const tags = tagWords(batch.flatMap((shown) => [...shown.map(({ word }) => word), '.']));
    let at = 0;
    for (const shown of batch) {
      tagged.push(
        wholeNames(text, verbsBehindModals(shown.map((token, i) => tagToken(token, tags[at + i])))),
      );
      at += shown.length + 1;
    }
    from = to;
  }
  return tagged;
}

interface ShownToken {
  readonly token: RawToken;
  readonly norm: string;
  /** What wink sees in its place. */
  readonly word: string;
  /** It sees the word itself, not one of its kind. */
  readonly itself: boolean;
}

function showTokens(text: string, tokens: readonly RawToken[]): ShownToken[] {
  const raws = tokens.map(({ span }) => text.slice(span[0], span[1]));
  const norms = raws.map(normalise);
  return tokens.map((token, i) => {
    const raw = raws[i] ?? '';
    const word =
      token.shape === 'word' ? shownWord(token, raw, norms, i, tokens[i + 1]?.clitic === true) : null;
    return { token, norm: norms[i] ?? '', word: word ?? STAND_IN[token.shape](raw), itself: word !== null };
  });
}

function tagToken({ token: { span, shape }, norm, itself }: ShownToken, tag: Tag | undefined): TaggedToken {
  const pos = shape === 'word' ? (tag?.pos ?? 'X') : shape === 'number' ? numberPos(norm) : POS[shape];
  return { span, norm, lemma: itself ? wholeLemma(norm, tag?.lemma ?? norm) : norm, pos };
}

/** "The Lund Express reported": a capitalised verb between a name and the verb of the clause is the end of the name. */
const wholeNames = (text: string, tokens: readonly TaggedToken[]): TaggedToken[] => {
  const isCapital = (token: TaggedToken | undefined): boolean =>
    token !== undefined && /^\p{Lu}/u.test(text.slice(token.span[0], token.span[0] + 2));
  const isVerb = (token: TaggedToken | undefined): boolean => token?.pos === 'VERB' || token?.pos === 'AUX';
  return tokens.map((token, i) => {
    const [before, behind] = [tokens[i - 1], tokens[i + 1]];
    const ends = before?.pos === 'PROPN' && isCapital(before) && isVerb(behind) && !isCapital(behind);
    return ends && token.pos === 'VERB' && isCapital(token)
      ? { ...token, pos: 'PROPN', lemma: token.norm }
      : token;
  });
};

/** Behind these stands a verb. */
const MODALS: ReadonlySet<string> = new Set(readLexicon('closed-classes').get('modals'));
/** Words behind a modal within which its verb may stand: "would soon have to close". */
const REACH = 4;

/** "The ward would close in March": what stands right behind a modal, and is no adverb before its verb, is its verb. */
const verbsBehindModals = (tokens: readonly TaggedToken[]): TaggedToken[] =>
  tokens.map((token, i) => {
    const before = tokens[i - 1];
    const isOpen =
      before?.pos === 'AUX' && MODALS.has(before.norm) && (token.pos === 'ADJ' || token.pos === 'ADV');
    const behind = tokens.slice(i + 1, i + REACH);
    const hasVerb = behind.some(({ pos }) => pos === 'VERB' || pos === 'AUX');
    const takesObject = token.pos === 'ADJ' && behind[0]?.pos === 'DET';
    return isOpen && (!hasVerb || takesObject) && !ADVERB.test(token.norm) && behind.length > 0
      ? { ...token, pos: 'VERB', lemma: token.norm }
      : token;
  });
const ADVERB = /ly$|^(?:not|never|also|now|then|soon|still|again|always|often|even|just|only|well|so|too)$/;

/** Whether the vocabulary of the tagger (some 80,000 English words, mostly base forms) holds the word. */
export const isKnownWord = (word: string): boolean => !loadTagger().vocabulary.isOOV(word);

const numberPos = (norm: string): string => (/(?:st|nd|rd|th)$/.test(norm) ? 'ADJ' : 'NUM');

const POS = { address: 'PROPN', punctuation: 'PUNCT', symbol: 'SYM' } as const;

/** What wink is shown where it should not see the token itself: a common word of its kind, without a space. */
const STAND_IN: Readonly<Record<RawToken['shape'], (raw: string) => string>> = {
  word: (raw) => (/^\p{Lu}/u.test(raw) ? 'Smith' : 'thing'),
  number: () => '7',
  address: () => 'Smith',
  punctuation: (raw) =>
    /^[.!?,;:()]$/.test(raw) ? raw : /^[“”„«»"]$/.test(raw) ? '"' : raw.startsWith('..') ? '.' : ',',
  symbol: () => '*',
};

/** The full form of a contraction or of what it hangs on ("wo" + "n't"); a word of Latin letters as it stands; null for any other. */
function shownWord(
  token: RawToken,
  raw: string,
  norms: readonly string[],
  i: number,
  host: boolean,
): string | null {
  const norm = norms[i] ?? '';
  if (token.clitic && norm === "'s") {
    const before = norms[i - 1] ?? '';
    return IS_AFTER.has(before) ? 'is' : US_AFTER.has(before) ? 'us' : norm;
  }
  const full = token.clitic || host ? contractions.get(norm)?.[0] : undefined;
  if (full !== undefined) return full;
  const plain = raw.length > LONGEST_WORD ? '' : raw.replace(/\p{Cf}/gu, '').replace(/[’‘]/g, "'");
  return PLAIN_WORD.test(plain) ? plain : null;
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

/** wink gave the lemma of the last piece alone. */
function wholeLemma(norm: string, lemma: string): string {
  const head = norm.lastIndexOf('-') + 1;
  return (head > 0 && !lemma.includes('-') ? norm.slice(0, head) + lemma : lemma).toLowerCase();
}

const ASCII_WORD = /^[A-Za-z0-9]+$/;

/** Lower case, without invisible format characters, straight apostrophes and hyphens. */
export function normalise(raw: string): string {
  if (ASCII_WORD.test(raw)) return raw.toLowerCase();
  return raw
    .replace(/\p{Cf}/gu, '')
    .replace(/[’‘]/g, "'")
    .replace(/[‐‑]/g, '-')
    .toLowerCase();
}
