// What the model and the rules found, as one list.
import type { Document } from '../text/types.ts';
import { mend } from './mend.ts';
import type { Tagged } from './tagger.ts';
import type { Attribution } from './types.ts';

/** An attribution before the rules say what it means. */
export type Found = Pick<Attribution, 'source' | 'cue' | 'content' | 'confidence' | 'by'>;

/** The attributions of a document in text order. */
export function combine(
  document: Document,
  tagged: readonly Tagged[],
  _byRule: readonly Attribution[],
): readonly Found[] {
  return tagged
    .map((t): Found => {
      const { certainty, ...spans } = mend(document, t);
      const known = [
        certainty.cue,
        certainty.content,
        ...(spans.source.length > 0 ? [certainty.source] : []),
      ];
      return { ...spans, confidence: known.reduce((product, p) => product * p, 1), by: 'model' };
    })
    .filter((found) => found.content.length > 0)
    .sort((a, b) => start(a) - start(b));
}

const start = ({ source, cue, content }: Found): number =>
  Math.min(...[...source, ...cue, ...content].map(([from]) => from));
