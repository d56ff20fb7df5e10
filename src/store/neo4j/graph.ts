/** The computed graph in Neo4j: read as a whole, and brought from what it is to what it shall be. */

import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { EXIT, HearsayError } from '../../errors.ts';
import { sorted } from '../../graph/property.ts';
import { NODES } from '../../graph/schema.ts';
import type { GraphBatch, GraphEdge, GraphNode } from '../../graph/types.ts';
import { changesOf, type StoredEdge, type StoredNode } from './changes.ts';
import type { Client, Row, Run } from './client.ts';
import { fromNeo4j, toNeo4j } from './values.ts';

/** Rows of one statement, and of one transaction. */
const ROWS = 5000;
const TRANSACTION = 4 * ROWS;

const LABELS = new Set(NODES.map((n) => n.label));
const KINDS = new Set(NODES.flatMap((n) => n.kinds));

/**
 * Brings the graph to what it shall be, writing only what differs. Small changes come in one transaction; large ones in
 * several, of which each is taken exactly once, and which a later call completes where they were cut off. Does nothing where a newer
 * graph is there or comes meanwhile.
 */
export async function writeGraph(client: Client, graph: GraphBatch, truth: number): Promise<void> {
  const writer = randomUUID();
  const begun = await client.write((run) => run('load/begin', { writer, truth }));
  if (begun.length === 0) return;
  const { nodes, edges } = await stored(client);
  const changes = changesOf({ nodes, edges }, graph);
  const elements = new Map([...nodes.values()].map((n) => [n.node.id, n.element]));
  const jobs: Job[] = [
    ...inBatches(
      changes.edges.gone,
      (rows) => (run) => run('load/delete-relationships', { rows: rows.map(element) }),
    ),
    ...inBatches(
      changes.nodes.gone,
      (rows) => (run) => run('load/delete-nodes', { rows: rows.map(element) }),
    ),
    ...inBatches(
      changes.nodes.changed,
      (rows) => (run) => run('load/update-nodes', { rows: rows.map(changedRow) }),
    ),
    ...inBatches(changes.nodes.fresh, (rows) => async (run) => {
      for (const { id, element } of await run('load/create-nodes', { rows: rows.map(nodeRow) }))
        elements.set(String(id), String(element));
    }),
    ...inBatches(
      changes.edges.fresh,
      (rows) => (run) => run('load/create-relationships', { rows: rows.map((e) => edgeRow(e, elements)) }),
    ),
  ];
  await inSteps(client, writer, truth, jobs);
}

interface Job {
  readonly size: number;
  readonly work: (run: Run) => Promise<unknown>;
}

function inBatches<T>(items: readonly T[], work: (rows: readonly T[]) => Job['work']): Job[] {
  const count = Math.ceil(items.length / ROWS);
  return Array.from({ length: count }, (_, i) => {
    const rows = items.slice(i * ROWS, (i + 1) * ROWS);
    return { size: rows.length, work: work(rows) };
  });
}

async function inSteps(client: Client, writer: string, truth: number, jobs: readonly Job[]): Promise<void> {
  const steps: Job[][] = [[]];
  let size = 0;
  for (const job of jobs) {
    if (size + job.size > TRANSACTION) {
      steps.push([]);
      size = 0;
    }
    steps.at(-1)?.push(job);
    size += job.size;
  }
  for (const [step, work] of steps.entries()) {
    const mine = await client.write(async (run) => {
      const [turn] = await run('load/step', { writer, step });
      if (turn?.mine !== true) return false;
      if (turn.due === true) for (const job of work) await job.work(run);
      if (turn.due === true && step === steps.length - 1) await run('load/end', { truth });
      return true;
    });
    if (!mine) return;
  }
}

const element = ({ element }: { readonly element: string }) => ({ element });

const nodeRow = ({ id, labels, properties }: GraphNode) => ({
  labels: known(labels),
  properties: toNeo4j(id, labels[0] ?? '', properties),
});

const changedRow = ({ before, after }: { readonly before: StoredNode; readonly after: GraphNode }) => ({
  element: before.element,
  former: before.node.labels.filter((label) => !after.labels.includes(label)),
  ...nodeRow(after),
});

const edgeRow = ({ id, type, from, to, properties }: GraphEdge, elements: ReadonlyMap<string, string>) => ({
  type,
  from: elements.get(from) ?? '',
  to: elements.get(to) ?? '',
  properties: toNeo4j(id, type, properties),
});

/** Labels come from the schema alone. */
function known(labels: readonly string[]): readonly string[] {
  const unknown = labels.find((label) => !LABELS.has(label) && !KINDS.has(label));
  if (unknown !== undefined) throw new RangeError(`there is no label ${unknown}`);
  return labels;
}

async function stored(client: Client) {
  const nodes = new Map<string, StoredNode>();
  for await (const row of client.stream('load/nodes')) {
    const node = nodeOf(row);
    nodes.set(node.id, { node, element: String(row.element) });
  }
  const edges = new Map<string, StoredEdge>();
  for await (const row of client.stream('load/relationships')) {
    const edge = edgeOf(row);
    edges.set(edge.id, { edge, element: String(row.element) });
  }
  return { nodes, edges };
}

/** Of the schema's labels, the one that all of a type bear comes first. */
export function nodeOf({ labels, properties }: Row): GraphNode {
  const borne = (labels as readonly string[]).filter((label) => LABELS.has(label) || KINDS.has(label));
  return {
    ...fromNeo4j(properties as Row),
    labels: borne.sort((a, b) => Number(LABELS.has(b)) - Number(LABELS.has(a))),
  };
}

export const edgeOf = ({ type, from, to, properties }: Row): GraphEdge => ({
  ...fromNeo4j(properties as Row),
  type: String(type),
  from: String(from),
  to: String(to),
});

/** How long to wait for another process that writes the graph, in milliseconds. */
const PATIENCE = 60_000;

/** The graph, in order of ids, as it is between two writings. */
export async function readGraph(client: Client): Promise<GraphBatch> {
  return steadily(client, async () => {
    const { nodes, edges } = await stored(client);
    return sorted({
      nodes: [...nodes.values()].map((n) => n.node),
      edges: [...edges.values()].map((e) => e.edge),
    });
  });
}

/** Reads while nobody writes: again, where somebody wrote meanwhile. */
export async function steadily<T>(client: Client, read: () => Promise<T>): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const before = await state(client);
    if (before.writer === null) {
      const result = await read();
      const now = await state(client);
      if (now.writer === null && now.graph === before.graph) return result;
    }
    if (Date.now() > end)
      throw new HearsayError(
        `${client.location}: another process is writing the graph, or ended while it did`,
        {
          exitCode: EXIT.storeUnreachable,
          remedy: 'wait until it is done, or run hearsay ingest again, which completes it',
        },
      );
    await after(200);
  }
}

async function state(client: Client): Promise<{ writer: unknown; graph: unknown }> {
  const [row] = await client.read((run) => run('store/find'));
  return { writer: row?.writer ?? null, graph: row?.graph ?? null };
}
