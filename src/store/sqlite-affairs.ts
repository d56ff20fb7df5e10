/** The computed graph in its tables, affair by affair: whatever changed is found, built again by the caller, and written alone. */

import type Database from 'libsql';
import { namedBy, traceOf } from '../graph/affairs.ts';
import { isOutletId } from '../graph/outlets.ts';
import type { Decision, GraphBatch, GraphEdge, GraphNode } from '../graph/types.ts';
import { isSharedEdge, isSharedNode, uniteEdges, uniteNodes } from '../graph/unite.ts';
import { EDGES, type EdgeRow, edgeOf, NODES, type NodeRow, nodeOf, writerOf } from './sqlite-graph.ts';
import type { AffairGraph, Changed } from './types.ts';

/** Affair of a graph that was written as a whole. */
export const WHOLE = 0;

/** Statements, each prepared once. */
export type Prepare = (sql: string) => Database.Statement;

/** Marks the affairs of articles as changed. */
export function markArticles(prepare: Prepare, articles: readonly string[]): void {
  prepare(
    `INSERT OR IGNORE INTO stale SELECT affair FROM article
     WHERE affair IS NOT NULL AND id IN (SELECT value FROM json_each(?))`,
  ).run([JSON.stringify(articles)]);
}

/** Marks the affairs that a decision is about: before it is taken back, after it was made. */
export function markDecision(prepare: Prepare, decision: Decision): void {
  prepare(
    `INSERT OR IGNORE INTO stale SELECT affair FROM decided JOIN article ON article.id = decided.article
     WHERE decision = ? AND affair IS NOT NULL`,
  ).run([decision.id]);
  for (const id of Object.values(decision.body))
    if (typeof id === 'string' && isOutletId(id))
      prepare('INSERT OR IGNORE INTO stale SELECT affair FROM shared WHERE id = ?').run([id]);
}

/** Articles of changed affairs, with what joins them. Inside a writing transaction: it notes down where decisions hold. */
export function changedIn(prepare: Prepare, decisions: readonly Decision[]): Changed {
  prepare(
    `INSERT OR IGNORE INTO stale SELECT ${WHOLE} WHERE EXISTS (SELECT 1 FROM article WHERE affair = ${WHOLE})`,
  ).run([]);
  for (const decision of decisions) placeDecision(prepare, decision);
  // What a decision brings together with a new article changes with it.
  prepare(
    `INSERT OR IGNORE INTO stale SELECT other.affair
     FROM article JOIN decided ON decided.article = article.id
       JOIN decided AS same ON same.decision = decided.decision JOIN article AS other ON other.id = same.article
     WHERE article.affair IS NULL AND other.affair IS NOT NULL`,
  ).run([]);
  const articles = prepare(`SELECT id FROM article WHERE ${CHANGED} ORDER BY id`).all([]) as { id: string }[];
  const pairs = prepare(
    `SELECT joined.article AS a, other AS b FROM joined JOIN article ON article.id = joined.article WHERE ${CHANGED}
     UNION ALL SELECT decided.article, same.article FROM decided JOIN decided AS same USING (decision)
       JOIN article ON article.id = decided.article WHERE decided.article < same.article AND (${CHANGED})`,
  ).all([]) as { a: string; b: string }[];
  return { articles: articles.map(({ id }) => id), pairs: pairs.map(({ a, b }) => [a, b] as const) };
}

const CHANGED = 'affair IS NULL OR affair IN (SELECT affair FROM stale)';

/** Notes in which articles that stands which a decision names: a new decision is looked for everywhere, an old one in new articles. */
function placeDecision(prepare: Prepare, { id, body }: Decision): void {
  const [known] = prepare('SELECT placed FROM decision WHERE id = ?').all([id]) as { placed: number }[];
  const fresh = known?.placed === 0;
  for (const name of namedBy(body))
    prepare(
      `INSERT OR IGNORE INTO decided SELECT ?, id FROM article
       WHERE ${fresh ? '' : 'affair IS NULL AND'} instr(reading, ?)`,
    ).run([id, traceOf(name)]);
  if (!fresh) return;
  prepare('UPDATE decision SET placed = 1 WHERE id = ?').run([id]);
  markDecision(prepare, { id, body } as Decision);
}

/** Writes the graphs of affairs in place of what their articles had. Inside a transaction. */
export function writeAffairs(prepare: Prepare, affairs: readonly AffairGraph[]): void {
  for (const { articles, graph } of affairs) {
    const [first] = prepare('SELECT number FROM article WHERE id = ?').all([articles[0] ?? '']) as {
      number: number;
    }[];
    if (first === undefined) continue;
    const affair = first.number;
    prepare('UPDATE article SET affair = ? WHERE id IN (SELECT value FROM json_each(?))').run([
      affair,
      JSON.stringify(articles),
    ]);
    const writer = writerOf(prepare, affair);
    writer.replace({
      nodes: graph.nodes.filter((n) => !isSharedNode(n)),
      edges: graph.edges.filter((e) => !isSharedEdge(e)),
    });
    share(prepare, affair, [...graph.nodes.filter(isSharedNode), ...graph.edges.filter(isSharedEdge)]);
  }
}

/** What an affair has of nodes and relationships that others have too. */
function share(prepare: Prepare, affair: number, elements: readonly (GraphNode | GraphEdge)[]): void {
  const kept = JSON.stringify(elements.map((e) => e.id));
  prepare(
    `UPDATE shared SET element = NULL, due = 1
     WHERE affair = ? AND element IS NOT NULL AND id NOT IN (SELECT value FROM json_each(?))`,
  ).run([affair, kept]);
  const put = prepare(
    `INSERT INTO shared VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET element = excluded.element, due = 1
     WHERE element IS NOT excluded.element`,
  );
  for (const element of elements) put.run([element.id, affair, JSON.stringify(element)]);
}

/** Takes away what affairs left behind that are no more, and unites what several affairs share. Inside a transaction. */
export function tidyAffairs(prepare: Prepare): void {
  prepare(
    `UPDATE shared SET element = NULL, due = 1
     WHERE affair IN (SELECT affair FROM stale) AND affair NOT IN (SELECT affair FROM article WHERE affair IS NOT NULL)`,
  ).run([]);
  for (const table of ['node', 'edge'])
    prepare(
      `DELETE FROM ${table} WHERE affair IN (
         SELECT affair FROM stale EXCEPT SELECT affair FROM article WHERE affair IS NOT NULL
       )`,
    ).run([]);
  const due = prepare('SELECT DISTINCT id FROM shared WHERE due = 1 ORDER BY id').all([]) as { id: string }[];
  const parts = prepare('SELECT element FROM shared WHERE id = ? AND element IS NOT NULL ORDER BY affair');
  const writer = writerOf(prepare, null);
  for (const { id } of due) {
    const elements = (parts.all([id]) as { element: string }[]).map(
      ({ element }) => JSON.parse(element) as GraphNode | GraphEdge,
    );
    const node = uniteNodes(elements.filter((e) => 'labels' in e));
    const edge = uniteEdges(elements.filter((e) => 'type' in e));
    if (node !== null) writer.nodes([node]);
    else if (edge !== null) writer.edges([edge]);
    else for (const table of ['node', 'edge'] as const) writer.remove(table, id);
  }
  prepare('DELETE FROM shared WHERE element IS NULL').run([]);
  prepare('UPDATE shared SET due = 0 WHERE due = 1').run([]);
}

/** What was last written of some affairs, with the outlets that they share. Those of articles, or those that changed since. */
export function graphOfAffairs(prepare: Prepare, articles: readonly string[] | null): GraphBatch {
  const affairs =
    articles === null
      ? 'SELECT affair FROM stale'
      : 'SELECT affair FROM article WHERE id IN (SELECT value FROM json_each(@articles))';
  const values = articles === null ? {} : { articles: JSON.stringify(articles) };
  const edges = (prepare(`${EDGES} WHERE affair IN (${affairs})`).all(values) as EdgeRow[]).map(edgeOf);
  const nodes = prepare(`${NODES} WHERE affair IN (${affairs})`).all(values) as NodeRow[];
  const outlets = [...new Set(edges.flatMap((e) => [e.from, e.to]).filter(isOutletId))];
  const shared = prepare(`${NODES} WHERE affair IS NULL AND id IN (SELECT value FROM json_each(?))`);
  return { nodes: [...nodes, ...(shared.all([JSON.stringify(outlets)]) as NodeRow[])].map(nodeOf), edges };
}
