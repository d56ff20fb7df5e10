// What a noun phrase says of the source it stands for: name, head noun, whose voice it is, country, number.
import type { Span } from '../../text/types.ts';
import type { HeadNoun } from './lexicon.ts';
import type { Gender } from './pronouns.ts';

export type Form = 'own' | 'pronoun' | 'name' | 'definite' | 'indefinite' | 'utterance' | 'channel';
export interface Phrase {
  readonly span: Span;
  readonly text: string;
  readonly form: Form;
  /** Proper name of the person or body, without title and determiner. */
  readonly name: string | null;
  /** What the name alone tells: a class of body inside it, or a country. */
  readonly nameClass: string | null;
  readonly noun: HeadNoun | null;
  /** Whom it belongs to or speaks for: possessor, "of", "for", or a name before the noun. */
  readonly owner: Phrase | null;
  readonly country: string | null;
  readonly plural: boolean;
  readonly gender: Gender;
  /** "a second person", "another official". */
  readonly ordinal: boolean;
  /** A full name told apart by "of …". */
  readonly restricted: boolean;
  /** Stemmed words before the head noun ("defence" ministry, "the city’s" police), without its country. */
  readonly modifiers: readonly string[];
  /** Words that describe it, stemmed, for comparing. */
  readonly words: readonly string[];
}
