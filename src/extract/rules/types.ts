import type { Span } from '../../text/types.ts';
import type { Act, Attribution, Factuality } from '../types.ts';

/** Where an attribution stands, without what it means. */
export type AttributionSpans = Pick<Attribution, 'source' | 'cue' | 'content'>;

/** What kind of attribution it is: the part of `Attribution` that any finder of spans leaves to the rules. */
export interface Classification {
  readonly statement: boolean;
  /** The act by cue and content alone; `actOfSource` finishes it once the kind of source is known. */
  readonly act: Act;
  readonly factuality: Factuality;
  readonly hedges: readonly Span[];
  readonly provisional: boolean;
  readonly channel: Span | null;
  readonly time: Span | null;
}

/** An earlier report that the text sets beside a statement only in time ("comes after X reported …"). No relay. */
export interface EarlierReport {
  /** The statement beside which it stands: source or nominal cue. */
  readonly statement: Span;
  /** Whose report came before. */
  readonly report: Span;
  readonly cue: Span;
  /** `after`: order in time; `open`: the text asks where it came from ("whether … from the paper was not clear"). */
  readonly kind: 'after' | 'open';
}

/** Somebody takes back what was said before. */
export interface Retraction {
  /** Who takes it back; null: the article's own voice. */
  readonly by: Span | null;
  readonly cue: Span;
  /** What is taken back, where the text says it in place ("the figure", "310 million crowns"). */
  readonly of: Span | null;
  /**
   * `correction`: what was said is called wrong; `update`: a count is brought from one value to another (no withdrawal);
   * `withdrawal`: taken back; `denial`: an earlier denial is taken back.
   */
  readonly kind: 'correction' | 'update' | 'withdrawal' | 'denial';
}
