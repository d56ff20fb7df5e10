// The learned tagger: finds the cues of a window, then for each cue its source and content, from the same reading of the window.
import { lostSpaceIn } from '../text/glued.ts';
import type { Document, Span } from '../text/types.ts';
import { decode, type Run } from './decode.ts';
import type { ModelFiles } from './model.ts';
import type { Reading, Runtime } from './runtime.ts';
import { mapSome } from './some.ts';
import { type Layout, layOut, roleWindow, type Window, windows } from './windows.ts';
import { type Pieces, wordPiecesInTurns } from './wordpiece.ts';

/** An attribution as the network sees it, edges not yet mended. */
export interface Tagged {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** Mean tag probabilities of the three, 0..1; 0 where there is none. */
  readonly certainty: { readonly source: number; readonly cue: number; readonly content: number };
}

/** Where the words of the text lost the space between them: the network reads them as words all the same. */
const lostSpaces = ({ article, tokens }: Document): ReadonlySet<number> =>
  new Set(tokens.flatMap(({ span }) => lostSpaceIn(article.text, span) ?? []));

/**
 * Tags one document, a window after the other: what a text of any length holds in memory is bounded.
 * Linear in its length; the same document gives the same attributions, whatever else is read.
 */
export async function tagDocument(
  document: Document,
  model: ModelFiles,
  runtime: Runtime,
): Promise<Tagged[]> {
  const { text, body } = document.article;
  const pieces = await wordPiecesInTurns(text, body, model.vocabulary, lostSpaces(document));
  const layout = layOut(document, pieces);
  const tagged = await mapSome(windows(layout, model.windows), runtime.atOnce, (window) =>
    tagWindow(window, { pieces, layout, model, runtime }),
  );
  return tagged.flat();
}

interface Tools {
  readonly pieces: Pieces;
  readonly layout: Layout;
  readonly model: ModelFiles;
  readonly runtime: Runtime;
}

/** The attributions whose cues stand in a window; those of a long paragraph are read in windows of their own. */
async function tagWindow(window: Window, tools: Tools): Promise<Tagged[]> {
  const { pieces, layout, model, runtime } = tools;
  const { start, end } = model.vocabulary;
  const read = ([low, high]: Window): Promise<Reading> =>
    runtime.read(Int32Array.of(start, ...pieces.ids.subarray(low, high), end));

  const reading = await read(window);
  const states = new Map([[String(window), reading.states]]);
  const tagged: Tagged[] = [];
  for (const found of decode(reading.cue, model.cueTags, 1, length(window) - 1, model.calibration.cueBias)) {
    const cue = moved(found, window[0] - 1);
    const around = roleWindow(layout, [cue.from, cue.to - 1], model.windows);
    const known = states.get(String(around)) ?? (await read(around)).states;
    states.set(String(around), known);
    const logits = await runtime.rolesOf(known, length(around), marks(cue, around));
    const roles = decode(logits, model.roleTags, 1, length(around) - 1);
    tagged.push(
      attribution(
        pieces,
        cue,
        roles.map((run) => moved(run, around[0] - 1)),
      ),
    );
  }
  return tagged;
}

/** Positions of a window with `[CLS]` and `[SEP]` around it, as the network was trained. */
const length = ([low, high]: Window): number => high - low + 2;

/** Positions of the cue in its window. */
const marks = (cue: Run, [low, high]: Window): number[] => {
  const positions: number[] = [];
  for (let p = cue.from; p < cue.to; p++) if (p >= low && p < high) positions.push(p - low + 1);
  return positions;
};

const moved = (run: Run, by: number): Run => ({ ...run, from: run.from + by, to: run.to + by });

/** Of several sources the nearest to the cue; all content, which may be none. */
function attribution(pieces: Pieces, cue: Run, roles: readonly Run[]): Tagged {
  const distance = (run: Run): number => Math.max(run.from - cue.to, cue.from - run.to, 0);
  const content = roles.filter((run) => run.role === 'content');
  const [source] = roles.filter((run) => run.role === 'source').sort((a, b) => distance(a) - distance(b));
  const span = (run: Run): Span => [pieces.starts[run.from] ?? 0, pieces.ends[run.to - 1] ?? 0];
  return {
    source: source === undefined ? [] : [span(source)],
    cue: [span(cue)],
    content: content.map(span),
    certainty: {
      source: source?.probability ?? 0,
      cue: cue.probability,
      content: content.reduce((sum, run) => sum + run.probability, 0) / Math.max(1, content.length),
    },
  };
}
