/** Places of articles that stand behind what is shown. */

import type { Day } from '../../read/types.ts';
import type { Span } from '../../text/types.ts';

/** Words of an article around marked places. All offsets count UTF-16 code units into the article's text. */
export interface PassageView {
  readonly article: ArticleRef;
  readonly mention: string | null;
  /** What stands from `start` on; never more than some thousand characters. */
  readonly text: string;
  readonly start: number;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** Whether words of the passage itself were left out before or after. */
  readonly cut: boolean;
  /** Why it belongs here. */
  readonly reason: string;
}

export interface ArticleRef {
  readonly id: string;
  readonly file: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly date: Day | null;
}
