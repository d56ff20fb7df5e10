/** What a query returns, as plain JSON, and in a few words for a table. */

import neo4j from 'neo4j-driver';
import { NODES } from '../../graph/schema.ts';

const CAPTIONS = NODES.map((n) => [n.label, n.caption] as const);

/** Nodes and relationships become objects with id, labels or type, and properties; days become text. */
export function plain(value: unknown): unknown {
  if (neo4j.isNode(value as object)) {
    const { labels, properties } = value as { labels: string[]; properties: object };
    return { labels, properties: plain(properties) };
  }
  if (neo4j.isRelationship(value as object)) {
    const { type, properties } = value as { type: string; properties: object };
    return { type, properties: plain(properties) };
  }
  if (neo4j.isPath(value as object)) {
    const { start, segments } = value as PathLike;
    return [plain(start), ...segments.flatMap((s) => [plain(s.relationship), plain(s.end)])];
  }
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'bigint') return Number(value);
  if (value === null || typeof value !== 'object') return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, plain(v)]));
}

interface PathLike {
  readonly start: unknown;
  readonly segments: readonly { readonly relationship: unknown; readonly end: unknown }[];
}

/** One cell: a node by its caption, a relationship by its type, a path as both in turn. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (neo4j.isNode(value as object)) {
    const { labels, properties } = value as { labels: string[]; properties: Record<string, unknown> };
    const caption = CAPTIONS.find(([label]) => labels.includes(label))?.[1] ?? 'id';
    return `(${String(properties[caption] ?? labels.join(':'))})`;
  }
  if (neo4j.isRelationship(value as object)) return `[${(value as { type: string }).type}]`;
  if (neo4j.isPath(value as object)) {
    const { start, segments } = value as PathLike;
    return [start, ...segments.flatMap((s) => [s.relationship, s.end])].map(inWords).join(' ');
  }
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  const bare = plain(value);
  return typeof bare === 'object' ? JSON.stringify(bare) : String(bare);
}
