// Pronouns and what they ask of whom they stand for.

export type Gender = 'f' | 'm' | null;

/** "n": no person. */
export interface Pronoun {
  readonly plural: boolean;
  readonly gender: Gender | 'n';
}

const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map([
  ['he', { plural: false, gender: 'm' }],
  ['him', { plural: false, gender: 'm' }],
  ['his', { plural: false, gender: 'm' }],
  ['himself', { plural: false, gender: 'm' }],
  ['she', { plural: false, gender: 'f' }],
  ['her', { plural: false, gender: 'f' }],
  ['hers', { plural: false, gender: 'f' }],
  ['herself', { plural: false, gender: 'f' }],
  ['it', { plural: false, gender: 'n' }],
  ['its', { plural: false, gender: 'n' }],
  ['itself', { plural: false, gender: 'n' }],
  ['they', { plural: true, gender: null }],
  ['them', { plural: true, gender: null }],
  ['their', { plural: true, gender: null }],
  ['both', { plural: true, gender: null }],
  ['who', { plural: false, gender: null }],
  ['which', { plural: false, gender: 'n' }],
  ['that', { plural: false, gender: 'n' }],
  ['i', { plural: false, gender: null }],
]);
/** What a word asks for as a pronoun, or null: it is none. */
export const pronounOf = (word: string): Pronoun | null => PRONOUNS.get(word.toLowerCase()) ?? null;
