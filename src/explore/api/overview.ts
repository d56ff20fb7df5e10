/** What there is at all, and what it can be filtered by. */

import type { Status } from '../../corroborate/types.ts';
import type { Act } from '../../extract/types.ts';
import type { Day } from '../../read/types.ts';
import type { SourceKind } from '../../resolve/types.ts';

export interface Overview {
  readonly hearsay: 'explore/1';
  /** Where the data lives, for people: a store's location, or "3 files". */
  readonly location: string;
  /** How decisions are taken: kept in the store, for this session alone, or not at all. */
  readonly decisions: 'kept' | 'session' | 'none';
  readonly counts: {
    readonly articles: number;
    readonly sources: number;
    readonly statements: number;
    readonly claims: number;
    readonly events: number;
    /** Open ones whose answer can change a claim; null: not counted. */
    readonly questions: number | null;
  };
  readonly facets: Facets;
  readonly time: Timeline;
  /**
   * False for a store too big to be read whole: claims are then filtered by text and status alone, in the order of their
   * carriers; there are no other facets, no timeline, and search knows no misspelt words.
   */
  readonly whole: boolean;
}

/** Values that occur, in a fixed order, each with the number of claims that it would leave. */
export interface Facets {
  readonly status: readonly Facet<Status>[];
  readonly kind: readonly Facet<SourceKind>[];
  readonly act: readonly Facet<Act>[];
  /** Ids of the outlets' sources. Most claims first. */
  readonly outlet: readonly Facet<string>[];
  readonly official: number;
  readonly unnamed: number;
}

export interface Facet<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly count: number;
}

/** Articles by day of publication, in equal steps from the first to the last. */
export interface Timeline {
  readonly from: Day | null;
  readonly to: Day | null;
  /** At most 32; empty without any date. Sparklines have the same bins. */
  readonly bins: readonly { readonly from: Day; readonly to: Day; readonly articles: number }[];
  readonly undated: number;
}
