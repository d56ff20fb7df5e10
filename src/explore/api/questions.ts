/** Open questions, of one claim and of all. */

import type { Question, Status } from '../../corroborate/types.ts';
import type { ClaimRow } from './claims.ts';

export interface QuestionView {
  readonly id: string;
  readonly short: string;
  readonly kind: Question['kind'];
  readonly text: string;
  readonly pivotal: boolean;
  /** Pairs of sources that it joins or keeps apart. */
  readonly between: readonly (readonly [string, string])[];
  /** With the bounds for the claim at hand. */
  readonly answers: readonly {
    readonly answer: string;
    readonly label: string;
    readonly bounds: readonly [number, number];
  }[];
  /** Other questions that have to be answered with it, by id. */
  readonly with: readonly string[];
}

export interface QuestionPage {
  readonly total: number;
  readonly offset: number;
  /** The most consequential first. */
  readonly rows: readonly OpenQuestionRow[];
  readonly next: number | null;
}

/** A pivotal question with the claims whose bounds it moves (the first twenty). */
export interface OpenQuestionRow {
  readonly id: string;
  readonly short: string;
  readonly kind: Question['kind'];
  readonly text: string;
  readonly about: readonly { readonly id: string; readonly label: string }[];
  readonly answers: readonly { readonly answer: string; readonly label: string }[];
  /** Other questions that must be answered too before any claim changes, by id. */
  readonly together: readonly string[];
  readonly claims: number;
  readonly moves: readonly {
    readonly claim: ClaimRow;
    readonly answers: readonly {
      readonly answer: string;
      readonly status: Status;
      readonly bounds: readonly [number, number];
    }[];
  }[];
}
