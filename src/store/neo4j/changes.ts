/** What leads from the graph that is stored to the one that shall be. */

import { isDeepStrictEqual } from 'node:util';
import type { GraphBatch, GraphEdge, GraphNode, Value } from '../../graph/types.ts';

/** `element`: the server's own id, good until the graph is written again. */
export interface StoredNode {
  readonly node: GraphNode;
  readonly element: string;
}

export interface StoredEdge {
  readonly edge: GraphEdge;
  readonly element: string;
}

export interface Changes {
  readonly nodes: {
    readonly gone: readonly StoredNode[];
    readonly changed: readonly { readonly before: StoredNode; readonly after: GraphNode }[];
    readonly fresh: readonly GraphNode[];
  };
  /** One that differs is replaced. */
  readonly edges: { readonly gone: readonly StoredEdge[]; readonly fresh: readonly GraphEdge[] };
}

/** Linear in both graphs. A claim whose assessment came out the same keeps the version that it was first computed from. */
export function changesOf(
  before: {
    readonly nodes: ReadonlyMap<string, StoredNode>;
    readonly edges: ReadonlyMap<string, StoredEdge>;
  },
  after: GraphBatch,
): Changes {
  const nodes = new Set(after.nodes.map((n) => n.id));
  const edges = new Map(after.edges.map((e) => [e.id, e]));
  const stays = ({ edge }: StoredEdge): boolean => {
    const wanted = edges.get(edge.id);
    return wanted !== undefined && sameEdge(edge, wanted);
  };
  const goneEdges = [...before.edges.values()].filter((e) => !stays(e));
  const replaced = new Set(goneEdges.map((e) => e.edge.id));
  return {
    nodes: {
      gone: [...before.nodes.values()].filter((n) => !nodes.has(n.node.id)),
      changed: after.nodes.flatMap((node) => {
        const found = before.nodes.get(node.id);
        return found === undefined || sameNode(found.node, node) ? [] : [{ before: found, after: node }];
      }),
      fresh: after.nodes.filter((n) => !before.nodes.has(n.id)),
    },
    edges: {
      gone: goneEdges,
      fresh: after.edges.filter((e) => !before.edges.has(e.id) || replaced.has(e.id)),
    },
  };
}

const sameNode = (a: GraphNode, b: GraphNode): boolean =>
  isDeepStrictEqual(a.labels, b.labels) && sameProperties(a.properties, b.properties);

const sameEdge = (a: GraphEdge, b: GraphEdge): boolean =>
  a.type === b.type && a.from === b.from && a.to === b.to && sameProperties(a.properties, b.properties);

type Properties = Readonly<Record<string, Value>>;

function sameProperties(a: Properties, b: Properties): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  names.delete('graphVersion');
  for (const name of names) if (!isDeepStrictEqual(a[name], b[name])) return false;
  return true;
}
