/** The network of sources, claims and events. */

import type { Status } from '../../corroborate/types.ts';
import type { Filter } from './claims.ts';

export const NODE_KINDS = [
  'Claim',
  'Event',
  'Agency',
  'Person',
  'Outlet',
  'Group',
  'Document',
  'Data',
  'Article',
] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

export interface NetworkQuery {
  readonly filter: Filter;
  /** Kinds of nodes that are shown; empty: all but articles. */
  readonly kinds: readonly NodeKind[];
  /** 1..20000 nodes, those that reach furthest first. */
  readonly limit: number;
}

export interface NetworkView {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** Nodes that pass the filter, shown or not. */
  readonly total: number;
}

export interface NetworkNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  /** Sources: claims they speak to or stand upstream of; claims: carriers; events: claims; articles: statements. */
  readonly reach: number;
  /** Relationships in the whole graph, shown or not. */
  readonly degree: number;
  readonly named: boolean;
  readonly official: boolean;
  readonly status: Status | null;
}

export interface NetworkEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** A relationship type of the graph: CONFIRMED_BY, CITES, SAME_AS … */
  readonly type: string;
  /** Statements behind it, at least 1. */
  readonly weight: number;
  /** It hangs on an open question. */
  readonly open: boolean;
}

export interface PathView extends NetworkView {
  /** Node ids from end to end. */
  readonly path: readonly string[];
}
