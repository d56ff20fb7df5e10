// What simulated news is written with: names, phrases and affairs of data/simulation/news.json.
import { readFileSync } from 'node:fs';

/** A kind of affair. The first claim says that it happened; each claim comes in several wordings. */
export interface Topic {
  readonly facility: readonly string[];
  /** The public body in charge, and who heads it. */
  readonly body: string;
  readonly head: string;
  readonly witnesses: readonly string[];
  readonly papers: readonly string[];
  readonly x: readonly string[];
  readonly y: readonly string[];
  readonly claims: readonly (readonly string[])[];
}

/** Slots in braces: those of claims are drawn once an affair, those of sentences and asides each time. */
export interface Material {
  readonly names: Readonly<
    Record<
      'onsets' | 'vowels' | 'codas' | 'given' | 'places' | 'outlets' | 'wires' | 'companies',
      readonly string[]
    >
  >;
  readonly months: readonly string[];
  /** Sentences in which `{who}` says `{clause}`, by who that is. */
  readonly said: Readonly<
    Record<'official' | 'witness' | 'document' | 'relayed' | 'denied' | 'ring', readonly string[]>
  >;
  readonly headlines: readonly string[];
  readonly topics: readonly Topic[];
  /** Sentences that say nothing of the affair; no long run of words stays the same. */
  readonly sentences: readonly string[];
  /** What people say who have nothing to do with the affair. */
  readonly asides: readonly string[];
  /** What fills the slots of sentences and asides. */
  readonly words: Readonly<Record<'a' | 'o' | 'v' | 'p' | 'e', readonly string[]>>;
}

/** Part of the program's own data, and read as such. */
export const MATERIAL = JSON.parse(
  readFileSync(new URL('../../data/simulation/news.json', import.meta.url), 'utf8'),
) as Material;
