/** All that a store holds as import files: the graph, and the ground truth behind it. */

import { shortHash } from '../graph/ids.ts';
import type { Store } from '../store/types.ts';
import { csvFolder } from './neo4j-csv.ts';

const READING = 'id:ID(Reading),article:string,reading:string,keys:string,:LABEL';
const KEY = 'id:ID(Key),:LABEL';
const HAS_KEY = ':START_ID(Reading),:END_ID(Key),:TYPE';
const JOINED = ':START_ID(Reading),:END_ID(Reading),decisions:string,:TYPE';
const DECISION = 'id:ID(Decision),decision:string,:LABEL';
const STORE = 'name:ID(Store),format:long,truth:long,graph:long,:LABEL';

/** The graph is up to date. The imported database is a store as soon as it is opened, which adds constraints and indexes. */
export async function exportStore(store: Store, folder: string): Promise<{ nodes: number; edges: number }> {
  const csv = csvFolder(folder);
  const graph = await store.readGraph();
  for (const node of graph.nodes) await csv.node(node);
  for (const edge of graph.edges) await csv.edge(edge);
  const keys = new Set<string>();
  for await (const entry of store.entries()) {
    const { id } = entry.article;
    const values = [entry.article, entry.reading, entry.keys].map((v) => JSON.stringify(v));
    await csv.other('nodes', 'Reading', READING, [id, ...values, 'Reading']);
    for (const hash of new Set(entry.keys.map(shortHash))) {
      if (!keys.has(hash)) await csv.other('nodes', 'Key', KEY, [hash, 'Key']);
      keys.add(hash);
      await csv.other('relationships', 'HAS_KEY', HAS_KEY, [id, hash, 'HAS_KEY']);
    }
  }
  for await (const { article, other, decisions } of store.joined())
    await csv.other('relationships', 'JOINED', JOINED, [article, other, JSON.stringify(decisions), 'JOINED']);
  for (const d of await store.decisions())
    await csv.other('nodes', 'Decision', DECISION, [d.id, JSON.stringify(d), 'Decision']);
  // Format 0: constraints and indexes are still to come.
  await csv.other('nodes', 'Store', STORE, ['hearsay', '0', '1', '1', 'Store']);
  await csv.finish();
  return { nodes: graph.nodes.length, edges: graph.edges.length };
}
