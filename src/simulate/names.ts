// Made-up names of people, places, companies and outlets.
import { MATERIAL } from './material.ts';
import type { Random } from './random.ts';

const { onsets, vowels, codas, given, places, outlets, wires, companies } = MATERIAL.names;

/** One of a list, which must not be empty. */
export function pick<T>(random: Random, list: readonly T[]): T {
  const one = list[random.between(0, list.length - 1)];
  if (one === undefined) throw new RangeError('pick: nothing to choose from');
  return one;
}

/** Each slot `{key}` of a template as `slots` has it. */
export const fill = (template: string, slots: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (slot, key: string) => slots[key] ?? slot);

/** A made-up word of two or three syllables with a capital: some ten million different ones. */
export function madeUpName(random: Random): string {
  const syllable = () => pick(random, onsets) + pick(random, vowels);
  const word = syllable() + (random.chance(0.5) ? syllable() : '') + syllable() + pick(random, codas);
  return capital(word);
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const named =
  (forms: readonly string[]) =>
  (random: Random): string =>
    fill(pick(random, forms), { N: madeUpName(random) });

export const placeName = named(places);
export const outletName = named(outlets);
export const wireName = named(wires);
export const companyName = named(companies);
export const personName = (random: Random): string => `${pick(random, given)} ${madeUpName(random)}`;
