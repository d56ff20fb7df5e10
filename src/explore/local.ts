/** The explorer over a graph in memory: on the server, and in a page that came with its data. */

import type { Decision } from '../graph/types.ts';
import type { Asked, Decided, DecisionView } from './api/decisions.ts';
import type { Overview } from './api/overview.ts';
import type { Explore } from './api.ts';
import { articleView } from './article.ts';
import { claimView } from './chain.ts';
import { claimPage } from './claims.ts';
import { aroundView, networkView, pathView } from './network.ts';
import { overviewOf } from './overview.ts';
import { questionPage } from './questions.ts';
import { search } from './search.ts';
import type { State } from './state.ts';

/** Who takes decisions. Whatever it rejects, nothing was decided. */
export interface Deciding {
  readonly decisions: Overview['decisions'];
  list(): Promise<readonly DecisionView[]>;
  decide(asked: Asked): Promise<Decided>;
  undo(decision: Decision['id']): Promise<Decided>;
}

/** `state`: asked for anew at every call, for decisions change it. */
export function localExplore(state: () => State, location: string, deciding: Deciding): Explore {
  return {
    overview: async () => overviewOf(state(), { location, decisions: deciding.decisions }),
    claims: async (query) => claimPage(state(), query),
    claim: async (id) => claimView(state(), id),
    article: async (id) => articleView(state(), id),
    network: async (query) => networkView(state(), query),
    around: async (id, limit) => aroundView(state(), id, limit),
    path: async (from, to) => pathView(state(), from, to),
    search: async (text, limit) => search(state(), text, limit),
    questions: async (page) => questionPage(state(), page),
    decisions: () => deciding.list(),
    decide: (asked) => deciding.decide(asked),
    undo: (decision) => deciding.undo(decision),
  };
}

/** A page without a server shows what was decided and decides nothing. */
export const decidedBefore = (decisions: readonly DecisionView[]): Deciding => {
  const refuse = () =>
    Promise.reject(new Error('This page is a copy: decisions are taken where it was made.'));
  return { decisions: 'none', list: async () => decisions, decide: refuse, undo: refuse };
};
