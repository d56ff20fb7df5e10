/** What an analyst decides, and what that changes. */

import type { Assessment } from '../../corroborate/types.ts';
import type { Decision } from '../../graph/types.ts';

export interface DecisionView extends Decision {
  /** What it says, for people. */
  readonly words: string;
}

/** What an analyst decides: an answer to an open question, or a judgement on sources or a mention by id. */
export type Asked = { readonly note: string | null } & (
  | { readonly kind: 'answer'; readonly question: string; readonly answer: string }
  | { readonly kind: 'same' | 'not-same'; readonly a: string; readonly b: string }
  | { readonly kind: 'reject'; readonly mention: string }
  | { readonly kind: 'official'; readonly source: string; readonly official: boolean }
  | {
      readonly kind: 'rate';
      readonly source: string;
      readonly reliability: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
    }
);

/** A decision recorded or taken back, with what it changed. Ids may have changed with it: ask for everything again. */
export interface Decided {
  readonly decision: DecisionView;
  readonly changed: readonly ClaimChange[];
}

/** `before` null: the claim was not there; `after` null: it is gone, or became part of another. */
export interface ClaimChange {
  readonly claim: string;
  readonly text: string;
  readonly before: Standing | null;
  readonly after: Standing | null;
}

export type Standing = Pick<
  Assessment,
  'status' | 'independentMin' | 'independentMax' | 'officiallyConfirmed'
>;
