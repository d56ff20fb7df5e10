/** The list of claims: what is asked of it, and a page of it. */

import type { Status } from '../../corroborate/types.ts';
import type { Act } from '../../extract/types.ts';
import type { Day } from '../../read/types.ts';
import type { SourceKind } from '../../resolve/types.ts';

/** Every part narrows; an empty list narrows nothing. Within a list, any of its values will do. */
export interface Filter {
  /** Words that the claim or the name of one of its sources holds. */
  readonly text: string;
  readonly status: readonly Status[];
  /** Kinds of sources that speak to it. */
  readonly kind: readonly SourceKind[];
  readonly act: readonly Act[];
  /** Outlets (source ids) that carry it. */
  readonly outlet: readonly string[];
  /** An official source speaks to it. */
  readonly official: boolean;
  /** An unnamed source speaks to it. */
  readonly unnamed: boolean;
  /** Carried or said on one of these days, both included. What has no date is left out where one is given. */
  readonly from: Day | null;
  readonly to: Day | null;
}

/** Passes everything. */
export const NO_FILTER: Filter = {
  text: '',
  status: [],
  kind: [],
  act: [],
  outlet: [],
  official: false,
  unnamed: false,
  from: null,
  to: null,
};

/** `offset` ≥ 0; `limit` 1..500. */
export interface Page {
  readonly offset: number;
  readonly limit: number;
}

export const ORDERS = ['weight', 'status', 'recent', 'carriers', 'text'] as const;
/** `weight`: what most sources speak to first. */
export type Order = (typeof ORDERS)[number];

export interface ClaimQuery extends Page {
  readonly filter: Filter;
  readonly order: Order;
}

export interface ClaimPage {
  /** Claims that pass the filter; null: not counted. */
  readonly total: number | null;
  readonly offset: number;
  readonly rows: readonly ClaimRow[];
  /** Ready-made for the next page; null at the end. */
  readonly next: number | null;
}

export interface ClaimRow {
  readonly id: string;
  readonly short: string;
  readonly text: string;
  readonly status: Status;
  readonly independentMin: number;
  readonly independentMax: number;
  readonly denialMax: number;
  readonly officiallyConfirmed: boolean;
  readonly carriers: number;
  /** Sources that speak to it; null: not counted. */
  readonly sources: number | null;
  /** Pivotal open questions. */
  readonly questions: number;
  /** Articles that carry it, by bin of the overview's timeline; empty where those are. */
  readonly sparkline: readonly number[];
  readonly first: Day | null;
  readonly last: Day | null;
  /** The claim that this one is a detail of, or null. */
  readonly detailOf: string | null;
}
