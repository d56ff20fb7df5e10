/** The founding article with other names, countries, numbers and weekdays, and its gold spans moved along. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../src/text/types.ts';
import { type Gold, type GoldArticle, goldArticle, readGold } from './gold.ts';

/** Old words → new words, in every variant; longer ones first where one holds the other. */
export type Renaming = readonly (readonly [from: string, to: string])[];

export const REAL_COUNTRIES: Renaming = [
  ['2024-12-27', '2025-03-19'],
  ['South Korean', 'Norwegian'],
  ['South Korea', 'Norway'],
  ['North Koreans', 'Belarusians'],
  ['North Korean', 'Belarusian'],
  ['North Korea', 'Belarus'],
  ['Korean Peninsula', 'Baltic coast'],
  ['Pyongyang', 'Minsk'],
  ['National Intelligence Service', 'Federal Intelligence Directorate'],
  ['Militarnyi', 'Rindaposten'],
  ['Ukrainian', 'Finnish'],
  ['Ukraine', 'Finland'],
  ['Volodymyr Zelensky', 'Aino Virtanen'],
  ['Zelensky', 'Virtanen'],
  ['Andri Kovalenko', 'Per Lindqvist'],
  ['Kursk', 'Pskov'],
  ['11,000', '7,500'],
  ['3,000', '1,200'],
  ['this Friday', 'this Wednesday'],
  ['on Thursday', 'on Tuesday'],
  ['on Monday', 'on Sunday'],
];

export const INVENTED_COUNTRIES: Renaming = [
  ['2024-12-27', '2026-07-02'],
  ['South Korean', 'Morvenian'],
  ['South Korea', 'Morvenia'],
  ['North Koreans', 'Quessans'],
  ['North Korean', 'Quessan'],
  ['North Korea', 'Quessa'],
  ['Korean Peninsula', 'Ostrand coast'],
  ['Pyongyang', 'Ladra'],
  ['National Intelligence Service', 'State Security Service'],
  ['Militarnyi', 'Tarnovik'],
  ['Ukrainian', 'Zelmarian'],
  ['Ukraine', 'Zelmaria'],
  ['Volodymyr Zelensky', 'Oda Brannek'],
  ['Zelensky', 'Brannek'],
  ['Andri Kovalenko', 'Tilo Marsch'],
  ['Kursk', 'Holm'],
  ['11,000', '400'],
  ['3,000', '90'],
  ['this Friday', 'this Thursday'],
  ['on Thursday', 'on Wednesday'],
  ['on Monday', 'on Tuesday'],
];

export interface Renamed {
  readonly gold: Gold;
  readonly article: GoldArticle;
}

/** The founding case after the renaming. */
export function renamedFounding(renaming: Renaming): Renamed {
  const file = 'article.txt';
  const old = readFileSync(join(import.meta.dirname, '../fixtures/cases/00-founding', file), 'utf8');
  const { text, move } = rename(old, renaming);
  const gold = moveSpans(readGold('00-founding'), move) as Gold;
  return { gold, article: goldArticle(gold, file, text) };
}

/** Replaces from left to right; `move` gives the new offset of an old one. */
function rename(old: string, renaming: Renaming): { text: string; move: (offset: number) => number } {
  const cuts: { at: number; from: number; to: number }[] = [];
  let text = '';
  for (let i = 0; i < old.length; ) {
    const found = renaming.find(([from]) => old.startsWith(from, i));
    if (found !== undefined) cuts.push({ at: i, from: found[0].length, to: found[1].length });
    text += found?.[1] ?? old.charAt(i);
    i += found?.[0].length ?? 1;
  }
  const move = (offset: number) =>
    cuts.reduce(
      (moved, cut) =>
        cut.at < offset
          ? moved +
            cut.to -
            Math.min(cut.from, offset - cut.at) +
            (offset < cut.at + cut.from ? offset - cut.at - cut.to : 0)
          : moved,
      offset,
    );
  return { text, move };
}

/** Moves every `[start, end]` pair of numbers in a JSON value. */
function moveSpans(value: unknown, move: (offset: number) => number): unknown {
  if (Array.isArray(value)) {
    const span = value.length === 2 && value.every((n) => typeof n === 'number');
    return span ? (value as unknown as Span).map(move) : value.map((each) => moveSpans(each, move));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, moveSpans(each, move)]));
}
