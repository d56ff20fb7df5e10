// What the propositions of one article are while they are made into claims.
import type { Draft } from '../drafts.ts';
import type { Proposition } from './proposition.ts';

/** A proposition at its place: which mention says it. */
export interface Placed {
  readonly draft: Draft;
  readonly proposition: Proposition;
}

/** A mention that carries a claim which it words only as part of something else. */
export interface Told {
  readonly draft: Draft;
  /** Representative proposition of the claim. */
  readonly cluster: number;
  readonly factuality: Proposition['factuality'];
  readonly denied: boolean;
}
