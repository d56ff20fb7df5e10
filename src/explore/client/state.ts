/** What the page shows, as one plain value, and how it changes: everything here goes into the address, so that a view can be shared. */

import { type Filter, NO_FILTER, type Order } from '../api/claims.ts';
import { NODE_KINDS, type NodeKind } from '../api/network.ts';

export const VIEWS = ['chain', 'network', 'article', 'questions'] as const;
export type View = (typeof VIEWS)[number];

export interface State {
  readonly view: View;
  readonly claim: string | null;
  /** What of the view is picked out: a source, an arrow, a question, a node; ids are of one kind each and never the same. */
  readonly picked: string | null;
  readonly article: string | null;
  /** Of the article, the attribution that is picked out. */
  readonly mention: string | null;
  readonly filter: Filter;
  readonly order: Order;
  /** Kinds of nodes in the network; empty: the usual ones. */
  readonly kinds: readonly NodeKind[];
  /** Both ends of a path in the network, as far as they are chosen. */
  readonly path: readonly string[];
  /** Nodes of the network whose neighbours were asked for. */
  readonly expanded: readonly string[];
}

export const START: State = {
  view: 'chain',
  claim: null,
  picked: null,
  article: null,
  mention: null,
  filter: NO_FILTER,
  order: 'weight',
  kinds: [],
  path: [],
  expanded: [],
};

/** Events stand beside nearly every claim, articles behind: both are shown to who asks for them. */
const USUAL_KINDS: readonly NodeKind[] = NODE_KINDS.filter((kind) => kind !== 'Event' && kind !== 'Article');

export const kindsShown = ({ kinds }: State): readonly NodeKind[] =>
  kinds.length === 0 ? USUAL_KINDS : kinds;

export const isFiltered = (filter: Filter): boolean => JSON.stringify(filter) !== JSON.stringify(NO_FILTER);

export const openClaim = (state: State, claim: string): State => ({
  ...state,
  view: 'chain',
  claim,
  picked: null,
});

/** Picks a thing out; picking what is picked lets it go. */
export const pick = (state: State, id: string | null): State => ({
  ...state,
  picked: id === state.picked ? null : id,
});

export const openArticle = (state: State, article: string, mention: string | null): State => ({
  ...state,
  view: 'article',
  article,
  mention,
});

export const openView = (state: State, view: View): State => ({ ...state, view, picked: null });

export const narrow = (state: State, change: Partial<Filter>): State => ({
  ...state,
  filter: { ...state.filter, ...change },
});

/** Adds what is missing, takes away what is there. */
export const toggled = <T>(list: readonly T[], value: T): readonly T[] =>
  list.includes(value) ? list.filter((x) => x !== value) : [...list, value];

/** The second node chosen makes a path with the first; a third begins anew. */
export const pathEnd = (state: State, id: string): State => ({
  ...state,
  path: state.path.length === 1 && state.path[0] !== id ? [...state.path, id] : [id],
});

export const expand = (state: State, id: string): State =>
  state.expanded.includes(id) ? state : { ...state, expanded: [...state.expanded, id] };

/** Whether going from one to the other is a step that the Back button takes back. */
export const isStep = (from: State, to: State): boolean =>
  from.view !== to.view ||
  from.claim !== to.claim ||
  from.article !== to.article ||
  from.path.length !== to.path.length;
