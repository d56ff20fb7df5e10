/** What a search finds. */

import type { Span } from '../../text/types.ts';

/** Best first. `marks`: where the words stand in `text`. */
export interface Hit {
  readonly kind: 'source' | 'claim' | 'quotation' | 'article';
  /** Of the source, claim, mention or article. */
  readonly id: string;
  readonly text: string;
  readonly marks: readonly Span[];
  /** "Agency, 3 statements", the claim's status, the article's title. */
  readonly note: string;
  /** What to open: the claim itself, or one that the source or mention speaks to; null where there is none. */
  readonly claim: string | null;
  /** The article of a quotation. */
  readonly article: string | null;
}
