// Whom a pronoun at the beginning of what somebody says stands for: "I", "we", and "he" in reported speech are the speaker.
import type { LocalSource, SourceKind } from '../types.ts';
import { unique } from './features.ts';
import type { Proposition } from './proposition.ts';
import { nameStem } from './words.ts';

/** Pronouns by which a speaker speaks of himself. */
export const FIRST_PERSON: ReadonlySet<string> = new Set(['we', 'i', 'us', 'me']);

/** Pronouns by which reported speech may mean a speaker of this kind. */
export const THIRD_PERSON: Readonly<Record<SourceKind, ReadonlySet<string>>> = {
  Person: new Set(['he', 'she']),
  Group: new Set(['they']),
  Agency: new Set(['it', 'they']),
  Outlet: new Set(['it', 'they']),
  Document: new Set(),
  Data: new Set(),
};

/** `called`: how the text names the speaker there. "He had known", said by Karin Lohse, has her surname for its subject: another article may give it. Only for people with a name. */
export function withSpeaker(
  proposition: Proposition,
  speaker: LocalSource | null,
  called: string,
): Proposition {
  const { tokens, direct, features, anaphoric } = proposition;
  // "We did not cross": who speaks for a body may mean others of it.
  if (speaker?.kind !== 'Person' || !speaker.named || anaphoric) return proposition;
  const pronouns = direct ? FIRST_PERSON : THIRD_PERSON.Person;
  const pronoun = tokens[0]?.norm ?? '';
  if (!pronouns.has(pronoun) || isSomebodyElse(pronoun, called)) return proposition;
  const name = nameOf(speaker);
  if (name === null) return proposition;
  return {
    ...proposition,
    features: {
      ...features,
      entities: unique([...features.entities, name]),
      subject: unique([...features.subject, name]),
    },
  };
}

/** "She rejected reports that he had sold": who is called "she" is not "he". `called`: how the text names the speaker there. */
export function isSomebodyElse(pronoun: string, called: string): boolean {
  const speaker = called.toLowerCase();
  return GENDERED.has(pronoun) && GENDERED.has(speaker) && speaker !== pronoun;
}

const GENDERED = THIRD_PERSON.Person;

function nameOf({ name }: LocalSource): string | null {
  const last = name.split(/\s+/).at(-1) ?? '';
  return /^\p{Lu}/u.test(last) ? `@${nameStem(last.toLowerCase())}` : null;
}
