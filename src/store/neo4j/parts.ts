/** Parts of the computed graph, each brought by one query. */

import { MOST_STATEMENTS, type Part } from '../../graph/part.ts';
import { sorted } from '../../graph/property.ts';
import type { GraphNode } from '../../graph/types.ts';
import { claimPlace, pageOf } from '../claim-place.ts';
import type { ClaimPage, ClaimQuery, Summary } from '../types.ts';
import { wordsOf } from '../words.ts';
import type { Client, Row } from './client.ts';
import { edgeOf, nodeOf, steadily } from './graph.ts';

export async function upstream(
  client: Client,
  claim: string,
  limit: number = MOST_STATEMENTS,
): Promise<Part | null> {
  const rows = await ask(client, 'read/upstream', { claim, limit });
  return rows.length === 0 ? null : partOf(rows);
}

export const around = async (client: Client, ids: readonly string[], limit: number): Promise<Part> =>
  partOf(await ask(client, 'read/around', { ids: [...new Set(ids)], limit }));

export async function listClaims(
  client: Client,
  { status, text, after, limit }: ClaimQuery,
): Promise<ClaimPage> {
  const place = { ...claimPlace(after), status: status ?? null, limit: limit + 1 };
  const words = text === undefined ? null : matching(text);
  const rows = await (words === null
    ? ask(client, 'read/claims', place)
    : ask(client, 'read/claims-with-words', { ...place, words }));
  return pageOf(rows.map(nodeOf), limit);
}

export async function claimIds(client: Client, beginning: string, limit: number): Promise<readonly string[]> {
  const rows = await ask(client, 'read/claim-ids', { beginning, limit });
  return rows.map(({ id }) => String(id));
}

export async function find(client: Client, text: string, limit: number): Promise<readonly GraphNode[]> {
  const words = matching(text);
  return words === null ? [] : (await ask(client, 'read/find', { words, limit })).map(nodeOf);
}

export async function summary(client: Client): Promise<Summary> {
  const labels = (await ask(client, 'read/count-labels')).filter(({ n }) => Number(n) > 0);
  const statuses = await ask(client, 'read/count-statuses');
  const counts = (rows: readonly Row[], key: string) =>
    Object.fromEntries(rows.map((row) => [String(row[key]), Number(row.n)]));
  return { labels: counts(labels, 'label'), statuses: counts(statuses, 'status') };
}

const ask = (client: Client, statement: string, parameters: Row = {}): Promise<readonly Row[]> =>
  steadily(client, () => client.read((run) => run(statement, parameters)));

const partOf = (rows: readonly Row[]): Part => ({
  graph: sorted({
    nodes: rows.map(nodeOf),
    edges: rows.flatMap((row) => (row.edges as readonly Row[]).map(edgeOf)),
  }),
  capped: rows[0]?.capped === true,
});

/** A query of the full-text index for all the words, of which the last may go on; null where there are none. */
function matching(text: string): string | null {
  const words = wordsOf(text);
  const phrase = (word: string) => `"${word.replaceAll(/["\\]/g, '\\$&')}"`;
  const last = words.at(-1);
  if (last === undefined) return null;
  const beginning = /^[\p{L}\p{N}]+$/u.test(last)
    ? `(${last.toLowerCase()}* OR ${phrase(last)})`
    : phrase(last);
  return [...words.slice(0, -1).map(phrase), beginning].join(' AND ');
}
