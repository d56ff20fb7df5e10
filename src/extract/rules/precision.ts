// How often a frame is right: shares counted on annotated news, by reporting word and by frame.
import { readFileSync } from 'node:fs';

interface Counts {
  /** Right and all, by frame. */
  readonly frames: ReadonlyMap<string, readonly [number, number]>;
  /** Right and all, by `lemma frame`. */
  readonly words: ReadonlyMap<string, readonly [number, number]>;
}

/** A word's own count weighs as much as its frame's at this many cases. */
const PRIOR = 6;
/** For a frame never seen. */
const UNKNOWN = 0.3;

const counts = readCounts();

/** Share of right attributions, 0..1: the word's own, drawn towards that of its frame where it is rare (additive smoothing). */
export function precisionOf(lemma: string, frame: string): number {
  const [right, all] = counts.frames.get(frame) ?? [UNKNOWN, 1];
  const share = right / all;
  const [wordRight, wordAll] = counts.words.get(`${lemma} ${frame}`) ?? [0, 0];
  return (wordRight + PRIOR * share) / (wordAll + PRIOR);
}

function readCounts(): Counts {
  const file = new URL('../../../data/lexicon/cue-precision.json', import.meta.url);
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const part = (name: string): ReadonlyMap<string, readonly [number, number]> => {
    const table: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, name) : null;
    if (typeof table !== 'object' || table === null) throw new Error(`${file.pathname}: no table "${name}"`);
    return new Map(
      Object.entries(table).flatMap(([key, pair]) =>
        Array.isArray(pair) && typeof pair[0] === 'number' && typeof pair[1] === 'number' && pair[1] > 0
          ? [[key, [pair[0], pair[1]] as const] as const]
          : [],
      ),
    );
  };
  return { frames: part('frames'), words: part('words') };
}
