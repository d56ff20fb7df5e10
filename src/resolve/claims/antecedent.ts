// What a proposition that says nothing by itself ("this event", "the offer") stands for.
import type { Token } from '../../text/types.ts';
import { nameWords } from '../sources/names.ts';
import { stem } from '../sources/words.ts';
import type { LocalSource } from '../types.ts';
import { namesAmount } from './naming.ts';
import type { Placed } from './placed.ts';
import { compatible } from './quantities.ts';

/**
 * What "this event", "the offer", "it" stands for, among what sources say: the nearest proposition before that shares its
 * one word, else the first that the source of this word said ("the driver’s account"), else the main one of the nearest mention before (in a denial: of another source), else the first one after.
 */
export function antecedent(placed: readonly Placed[], at: number): number | null {
  const here = placed[at];
  if (here === undefined) return null;
  const { content: words, quantities } = here.proposition.features;
  const other = here.proposition.denied || here.draft.attribution.act === 'DENIED';
  const fits = (i: number) => {
    const each = placed[i];
    return (
      each !== undefined &&
      !each.proposition.anaphoric &&
      each.proposition.role === 'main' &&
      each.draft !== here.draft &&
      each.draft.source !== null &&
      each.draft.attribution.act !== 'OTHER' &&
      !(other && each.draft.source === here.draft.source)
    );
  };
  const { tokens, named } = here.proposition;
  const before: number[] = [];
  for (let i = at - 1; i >= 0 && before.length < 24; i--) if (fits(i)) before.push(i);
  const sharing = before.find((i) =>
    words.some((word) => placed[i]?.proposition.features.content.includes(word)),
  );
  if (sharing !== undefined || named) return sharing ?? null;
  const called = tokens.filter(({ pos }) => pos === 'NOUN').map(({ norm }) => stem(norm));
  const whose = before.findLast((i) =>
    called.some((word) => isCalled(placed[i]?.draft.source ?? null, word)),
  );
  if (whose !== undefined) return firstOf(placed, whose);
  if (quantities.length > 0) return counted(placed, here, before);
  const nearest = before.find((i) => mayBeNamed(tokens, placed[i]));
  if (nearest !== undefined) return firstOf(placed, nearest);
  for (let i = at + 1; placed[i]?.draft.paragraph === here.draft.paragraph; i++) if (fits(i)) return i;
  return null;
}

/** "the figure" names an amount. */
const mayBeNamed = (tokens: readonly Token[], each: Placed | undefined): boolean =>
  !namesAmount(tokens) || (each?.proposition.features.quantities.length ?? 0) > 0;

/** A source by a word of how it is described. */
const isCalled = (source: LocalSource | null, word: string): boolean =>
  source !== null &&
  (source.descriptors.includes(word) || nameWords(source.name).some((each) => stem(each) === word));

/** "it is nine today": what the same source counted with the same result. */
const counted = (placed: readonly Placed[], here: Placed, before: readonly number[]): number | null =>
  before.find((i) => {
    const each = placed[i];
    return (
      each?.draft.source === here.draft.source &&
      each.proposition.features.quantities.some((x) =>
        here.proposition.features.quantities.some((y) => compatible(x, y)),
      )
    );
  }) ?? null;

/** The first main proposition of the same mention, or of the one whose quotation it bears out. */
function firstOf(placed: readonly Placed[], at: number): number {
  const { draft } = placed[at] as Placed;
  let first = at;
  while (placed[first - 1]?.draft === draft && placed[first - 1]?.proposition.role === 'main') first--;
  const before = placed[first - 1];
  const goesOn =
    before !== undefined &&
    before.draft.source === draft.source &&
    draft.quoted &&
    !before.draft.quoted &&
    before.proposition.role === 'main' &&
    draft.paragraph - before.draft.paragraph <= 1;
  return goesOn ? firstOf(placed, first - 1) : first;
}
