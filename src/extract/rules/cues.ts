// Reporting words: what kind of attribution a verb or noun introduces.
import { readLexicon } from '../../lexicon.ts';
import type { Token } from '../../text/types.ts';
import { ACTS, type Act } from '../types.ts';

export const CUE_CLASSES = [
  'statement',
  'perception',
  'directive',
  'commissive',
  'refusal',
  'belief',
  'attitude',
] as const;
/** What the word makes of its content: that of statements, perceptions and beliefs can be true or false. */
export type CueClass = (typeof CUE_CLASSES)[number];

export interface Cue {
  readonly class: CueClass;
  readonly act: Act;
}

const lists = readLexicon('cues');

/** All entries `kind.class.ACT` of one kind; the first list that holds a word wins. */
function cuesOf(kind: 'verb' | 'noun'): ReadonlyMap<string, Cue> {
  const cues = new Map<string, Cue>();
  for (const [key, words] of lists) {
    const [of, group, name] = key.split('.');
    const cueClass = CUE_CLASSES.find((known) => known === group);
    const act = ACTS.find((known) => known === name);
    if (of !== kind || cueClass === undefined || act === undefined) continue;
    for (const word of words) if (!cues.has(word)) cues.set(word, { class: cueClass, act });
  }
  return cues;
}

const wordsOf = (key: string): ReadonlySet<string> => new Set(lists.get(key) ?? []);

/** By lemma. */
export const VERB_CUES = cuesOf('verb');
/** By lemma. */
export const NOUN_CUES = cuesOf('noun');
/** The verb that a token is a form of: by its lemma, or by its form where the tagger took a participle for an adjective. */
export function verbCue(token: Token): Cue | undefined {
  const known = VERB_CUES.get(token.lemma);
  if (known !== undefined || !token.norm.endsWith('ed')) return known;
  return VERB_CUES.get(token.norm.slice(0, -2)) ?? VERB_CUES.get(token.norm.slice(0, -1));
}

/** Verbs whose first object is the hearer ("told reporters that"), by lemma. */
export const ADDRESSEE_VERBS = wordsOf('with addressee');
/** Prepositions that name a source ("according to"), as word sequences. */
export const SOURCE_PREPOSITIONS: readonly (readonly string[])[] = (lists.get('according') ?? []).map(
  (phrase) => phrase.split(' '),
);
/** Adverbs that say "somebody says so" and name nobody. */
export const HEARSAY_ADVERBS = wordsOf('no source');
/** Prepositions that belong to the reporting verb before them ("spoke of"), as `lemma preposition`. */
export const PARTICLES = wordsOf('particle');
/** Words of asking not to be named: about the source, not said by it. */
export const ANONYMITY = wordsOf('anonymity');
/** Verbs whose passive names who handed a statement on ("quoted by the agency"), by lemma. */
export const HANDING_ON = wordsOf('handing on');
/** Verbs that share the subject of a reporting verb before them ("said … and added …"), by lemma. */
export const JOINING_VERBS = wordsOf('joins');
/** Adverbs of reporting that a tagger may take for something else ("further"), by form. */
export const MANNER = wordsOf('manner');
/** Participles that report without a source in the passive ("is said to"), by form. */
export const HEARSAY_PARTICIPLES = wordsOf('passive');
