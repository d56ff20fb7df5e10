/** Nodes and relationships as a store keeps them, as lists and drawings show them. */

import { STATUSES } from '../../corroborate/types.ts';
import { read } from '../../graph/read-property.ts';
import { RELATIONSHIPS } from '../../graph/schema.ts';
import type { GraphBatch, GraphEdge, GraphNode } from '../../graph/types.ts';
import { harmless } from '../../text/harmless.ts';
import type { ClaimRow } from '../api/claims.ts';
import { type NetworkEdge, type NetworkNode, NODE_KINDS } from '../api/network.ts';

/** A claim with the assessment that was written on it. */
export function storedRow(node: GraphNode): ClaimRow {
  const p = read(node);
  return {
    id: node.id,
    short: node.id,
    text: harmless(p.string('text')),
    status: p.oneOf('status', STATUSES),
    independentMin: count(node, 'independentMin'),
    independentMax: count(node, 'independentMax'),
    denialMax: count(node, 'denialMax'),
    officiallyConfirmed: p.flag('officiallyConfirmed'),
    carriers: count(node, 'carriers'),
    sources: null,
    questions: count(node, 'openQuestions'),
    sparkline: [],
    first: null,
    last: null,
    detailOf: null,
  };
}

const count = ({ properties }: GraphNode, name: string): number => Number(properties[name] ?? 0);

/** Relationships that people look at: whatever leads between sources, claims, events and articles. */
const SHOWN: ReadonlySet<string> = new Set(
  RELATIONSHIPS.filter(
    ({ type, from, to }) =>
      [...from, ...to].every((end) => end !== 'Statement' && end !== 'Mention') && type !== 'NOT_SAME_AS',
  ).map((r) => r.type),
);
const OPEN: ReadonlySet<string> = new Set(['SAME_AS']);

/** The nodes that can be drawn, with the relationships between them. `degree`: within the batch. */
export function drawn({ nodes, edges }: GraphBatch): {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
} {
  const degree = new Map<string, number>();
  const lines = edges.filter((e) => SHOWN.has(e.type) || e.type === 'RELIES_ON');
  for (const end of lines.flatMap((e) => [e.from, e.to])) degree.set(end, (degree.get(end) ?? 0) + 1);
  const shown = nodes.flatMap((node) => networkNode(node, degree.get(node.id) ?? 0));
  const ids = new Set(shown.map((n) => n.id));
  return {
    nodes: shown,
    edges: lines.filter((e) => ids.has(e.from) && ids.has(e.to)).map(networkEdge),
  };
}

function networkNode(node: GraphNode, degree: number): readonly NetworkNode[] {
  const kind = NODE_KINDS.find((k) => node.labels.includes(k));
  if (kind === undefined) return [];
  const { properties: p } = node;
  const named = p.named !== false;
  const name = [p.name, p.text, p.description, p.title, p.file].find((v) => typeof v === 'string') ?? node.id;
  const label = kind === 'Article' ? (p.title ?? p.file ?? node.id) : name;
  return [
    {
      id: node.id,
      kind,
      label: harmless(named ? String(label) : `${label} (unnamed)`),
      reach: kind === 'Claim' ? count(node, 'carriers') : degree,
      degree,
      named,
      official: p.official === true,
      status: STATUSES.find((status) => status === p.status) ?? null,
    },
  ];
}

function networkEdge({ id, type, from, to, properties }: GraphEdge): NetworkEdge {
  const { statements, certainty, directionKnown } = properties;
  return {
    ...{ id, type, from, to },
    weight: Array.isArray(statements) ? statements.length : 1,
    open: OPEN.has(type) || certainty === 'possible' || directionKnown === false,
  };
}
