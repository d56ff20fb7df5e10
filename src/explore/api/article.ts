/** One article with its attributions. */

import type { Status } from '../../corroborate/types.ts';
import type { Act, Certainty, Factuality } from '../../extract/types.ts';
import type { Span } from '../../text/types.ts';
import type { ArticleRef } from './passages.ts';

export interface ArticleView extends ArticleRef {
  readonly author: string | null;
  /** Only http and https addresses; null for any other. */
  readonly url: string | null;
  readonly text: string;
  /** In text order. */
  readonly attributions: readonly {
    readonly mention: string;
    readonly statement: string;
    /** Source id and name; null: the article's own voice. */
    readonly by: { readonly id: string; readonly label: string } | null;
    readonly act: Act;
    readonly factuality: Factuality;
    readonly confidence: number;
    readonly claims: readonly { readonly id: string; readonly text: string; readonly status: Status }[];
    readonly source: readonly Span[];
    readonly cue: readonly Span[];
    readonly content: readonly Span[];
  }[];
  /** Reliances that the text tells, in text order. */
  readonly relays: readonly {
    readonly id: string;
    readonly from: { readonly id: string; readonly label: string };
    readonly to: { readonly id: string; readonly label: string };
    readonly certainty: Certainty;
    readonly cue: Span;
  }[];
  readonly reuses: readonly {
    readonly article: ArticleRef;
    /** Whether this one is the copy, the original, or it is open. */
    readonly role: 'copy' | 'original' | 'open';
    /** 0..1 */
    readonly score: number;
  }[];
}
