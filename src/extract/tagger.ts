// The learned tagger: finds cues, then for each cue its source and content (two passes of one network).
import { lostSpaceIn } from '../text/glued.ts';
import type { Document, Span } from '../text/types.ts';
import { decode, type Run } from './decode.ts';
import type { ModelFiles } from './model.ts';
import type { Row, Runtime } from './runtime.ts';
import { mapSome } from './some.ts';
import { cueWindows, layOut, roleWindow, type Window } from './windows.ts';
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

/** Tags one document. Linear in its length; the same document gives the same attributions, whatever else is read. */
export async function tagDocument(
  document: Document,
  model: ModelFiles,
  runtime: Runtime,
): Promise<Tagged[]> {
  const { text, body } = document.article;
  const pieces = await wordPiecesInTurns(text, body, model.vocabulary, lostSpaces(document));
  const layout = layOut(document, pieces);

  const found = await mapSome(cueWindows(layout, model.windows), runtime.atOnce, async ([low, high]) => {
    const logits = await runtime.run('cue', row(pieces, [low, high], [], model));
    return decode(logits, model.cueTags, 1, high - low + 1, model.calibration.cueBias).map((run) =>
      moved(run, low - 1),
    );
  });
  return mapSome(found.flat(), runtime.atOnce, async (cue) => {
    const [low, high] = roleWindow(layout, [cue.from, cue.to - 1], model.windows);
    const logits = await runtime.run('role', row(pieces, [low, high], marks(cue, [low, high]), model));
    const roles = decode(logits, model.roleTags, 1, high - low + 1);
    return attribution(
      pieces,
      cue,
      roles.map((run) => moved(run, low - 1)),
    );
  });
}

/** `[CLS] pieces [SEP]`, as the network was trained. */
function row(pieces: Pieces, [low, high]: Window, marked: readonly number[], model: ModelFiles): Row {
  const { start, end } = model.vocabulary;
  return { ids: Int32Array.of(start, ...pieces.ids.subarray(low, high), end), marked };
}

/** Positions of the cue in its window's row. */
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
