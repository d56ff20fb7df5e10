// Words as terms: what is left of a passage when it is compared with another one.
import { readLexicon } from '../../lexicon.ts';
import type { Token } from '../../text/types.ts';

/** One word reduced to what it means for comparing. */
export interface Term {
  /** A concept ("explode" for blast, explosion, detonated) or the stem of a name. */
  readonly key: string;
  readonly kind: 'name' | 'noun' | 'person' | 'verb' | 'adjective' | 'label';
}

const lexicon = readLexicon('claim-words');
/** A word list of `claim-words.json` as a set. */
export const wordSet = (key: string): ReadonlySet<string> => new Set(lexicon.get(key) ?? []);

const LIGHT_VERBS = wordSet('light verbs');
const EMPTY_VERBS = wordSet('empty verbs');
const LIGHT_NOUNS = wordSet('general nouns');
const PERSON_NOUNS = wordSet('person nouns');
const LIGHT_ADJECTIVES = wordSet('light adjectives');
const TIME = wordSet('time');

/** word → the word that stands for its group, or for the verb that it is derived from. */
const invert = (lists: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> => {
  const heads = new Map<string, string>();
  for (const [head, words] of lists) for (const word of [head, ...words]) heads.set(word, head);
  return heads;
};
const GROUPS = invert(readLexicon('synonyms'));
const derivations = readLexicon('derivations');
const DERIVED = invert(derivations);

/** Verbs that other words are derived from. */
const VERBS: ReadonlySet<string> = new Set(derivations.keys());

/** The concept of a word: its synonym group, through the verb that it comes from where it is a derived form. */
export function conceptOf(lemma: string, pos = '', norm = lemma): string {
  const own = GROUPS.get(`${lemma}#${pos}`) ?? GROUPS.get(norm) ?? GROUPS.get(lemma);
  if (own !== undefined) return own;
  const verb = DERIVED.get(lemma) ?? DERIVED.get(norm);
  return verb === undefined ? lemma : (GROUPS.get(verb) ?? verb);
}

/**
 * A name without the endings that tell a people from its country ("Ukrainian", "Ukraine"; "Korean", "Korea").
 * Only good for telling whether two words may be one name.
 */
export function nameStem(norm: string): string {
  const bare = norm.replace(/['’]s?$/, '');
  return bare.length < 5 ? bare : bare.replace(/(?:ians?|eans?|ans?|ese|ish|ia|ea|a|e|s|is)$/, '');
}

/** Nouns that tell a happening, by their concept. */
export const EVENT_CONCEPTS: ReadonlySet<string> = new Set(
  [...wordSet('event nouns')].map((noun) => conceptOf(noun, 'NOUN')),
);

const isTime = (token: Token): boolean => TIME.has(token.norm) || TIME.has(token.lemma);
const CONTENT = new Set(['NOUN', 'VERB', 'ADJ', 'PROPN', 'NUM']);

const SUPPORT_VERBS = wordSet('support verbs');

/** "gave its approval", "reached an agreement": a verb that only carries a noun made of another verb; that noun's concept, and the length. */
function supportedAt(tokens: readonly Token[], at: number): { key: string; length: number } | null {
  const verb = tokens[at];
  if (verb?.pos !== 'VERB' || !SUPPORT_VERBS.has(verb.lemma)) return null;
  let i = at + 1;
  while (['DET', 'PRON', 'ADJ'].includes(tokens[i]?.pos ?? '') && i - at <= 3) i++;
  const noun = tokens[i];
  if (noun?.pos !== 'NOUN' || tokens[i + 1]?.pos === 'NOUN') return null;
  const key = conceptOf(noun.lemma, noun.pos, noun.norm);
  return key !== noun.lemma && (DERIVED.has(noun.lemma) || DERIVED.has(noun.norm))
    ? { key, length: i - at + 1 }
    : null;
}

/** Words in the longest phrase of the lexicon ("in the hands of"). */
const LONGEST = 4;

/** First words of the phrases, to turn away most words at once. */
const PHRASE_STARTS: ReadonlySet<string> = new Set(
  [...GROUPS.keys()].flatMap((words) => (words.includes(' ') ? (words.split(' ')[0] ?? []) : [])),
);

/** The concept of a phrase that begins at a word, and its length. */
function phraseAt(tokens: readonly Token[], at: number): { key: string; length: number } | null {
  if (!PHRASE_STARTS.has(tokens[at]?.lemma ?? '')) return null;
  for (let length = Math.min(LONGEST, tokens.length - at); length > 1; length--) {
    const words = tokens.slice(at, at + length);
    const key =
      GROUPS.get(words.map(({ lemma }) => lemma).join(' ')) ??
      // "lost their lives"
      (words[1]?.pos === 'DET' || words[1]?.pos === 'PRON'
        ? GROUPS.get(words.flatMap(({ lemma }, i) => (i === 1 ? [] : [lemma])).join(' '))
        : undefined);
    if (key !== undefined) return { key, length };
  }
  return null;
}

/** Terms of a passage in text order; times, function words, light words and amounts are left out. */
export function termsOf(tokens: readonly Token[]): readonly Term[] {
  const terms: Term[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    const phrase = phraseAt(tokens, i) ?? supportedAt(tokens, i);
    if (phrase !== null) {
      terms.push({ key: phrase.key, kind: 'verb' });
      i += phrase.length - 1;
      continue;
    }
    const term = CONTENT.has(token.pos) ? termOf(token, tokens[i - 1], tokens[i + 1]) : null;
    if (term !== null) terms.push(term);
  }
  return terms;
}

function termOf(token: Token, before: Token | undefined, next: Token | undefined): Term | null {
  if (token.pos === 'NUM')
    return isLabel(token, before, next) ? { key: `#${token.norm}`, kind: 'label' } : null;
  if (isTime(token) || !/\p{L}/u.test(token.norm)) return null;
  if (token.pos === 'PROPN' && !GROUPS.has(token.lemma))
    return { key: `@${nameStem(token.norm)}`, kind: 'name' };
  const key = conceptOf(token.lemma, token.pos, token.norm);
  if (token.pos === 'VERB' && !isNounForm(token, before))
    return LIGHT_VERBS.has(key) ? null : { key, kind: 'verb' };
  const verb = token.pos === 'ADJ' && key === token.norm ? verbOfParticiple(token.norm) : null;
  if (verb !== null) return { key: conceptOf(verb, 'VERB'), kind: 'adjective' };
  if (token.pos === 'ADJ') return LIGHT_ADJECTIVES.has(token.lemma) ? null : { key, kind: 'adjective' };
  return LIGHT_NOUNS.has(token.lemma)
    ? null
    : { key, kind: PERSON_NOUNS.has(token.lemma) ? 'person' : 'noun' };
}

/** "warned of lead", "the lead", "too much lead": no bare verb stands there, whatever the tagger took it for. */
const isNounForm = ({ norm, lemma }: Token, before: Token | undefined): boolean =>
  norm === lemma &&
  before !== undefined &&
  (before.pos === 'DET' || before.pos === 'ADJ' || (before.pos === 'ADP' && before.norm !== 'to'));

/** "a blocked drain": the verb of a participle that is tagged as an adjective. */
function verbOfParticiple(norm: string): string | null {
  if (norm.length < 6 || !norm.endsWith('ed')) return null;
  return [norm.slice(0, -2), norm.slice(0, -1)].find((base) => VERBS.has(base)) ?? null;
}

/** Verbs that tell little ("asked", "brought"), for a passage that has no other; none that tell nothing ("had"), and no "including". */
export const lightVerbsOf = (tokens: readonly Token[]): readonly string[] =>
  tokens
    .filter(
      ({ pos, lemma, norm }) =>
        pos === 'VERB' && !norm.endsWith('ing') && LIGHT_VERBS.has(lemma) && !EMPTY_VERBS.has(lemma),
    )
    .map(({ lemma }) => lemma);

/** "tank 14", "Gate 3": a number that names, not one that counts. */
const isLabel = (token: Token, before: Token | undefined, next: Token | undefined): boolean =>
  /^\d{1,4}$/.test(token.norm) &&
  before !== undefined &&
  (before.pos === 'NOUN' || before.norm === 'tank') &&
  !isTime(before) &&
  (next === undefined || !['NOUN', 'ADJ', 'PROPN', 'NUM', 'SYM'].includes(next.pos));
