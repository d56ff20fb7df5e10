/** Properties as Neo4j keeps them, and back: whole numbers, days, and text that its strings cannot hold. */

import neo4j from 'neo4j-driver';
import { NODES, type PropertyType, RELATIONSHIPS } from '../../graph/schema.ts';
import type { Value } from '../../graph/types.ts';

export type Properties = Readonly<Record<string, Value>>;

/** Keeps the properties as JSON beside their readable form, where a string has an unpaired surrogate, which no UTF-8 can hold. */
const EXACT = '_exact';

const types = (declared: readonly (readonly [string, Readonly<Record<string, PropertyType>>])[]) =>
  new Map(declared);
const OF_NODES = types(NODES.map((n) => [n.label, n.properties]));
const OF_RELATIONSHIPS = types(RELATIONSHIPS.map((r) => [r.type, r.properties]));

/** Of a node with this label or a relationship of this type. */
export function toNeo4j(id: string, kind: string, properties: Properties): Record<string, unknown> {
  const declared = OF_NODES.get(kind) ?? OF_RELATIONSHIPS.get(kind) ?? {};
  const kept: Record<string, unknown> = { id };
  for (const name in properties) {
    const value = properties[name];
    if (value !== null && value !== undefined) kept[name] = toValue(value, declared[name]);
  }
  const exact = exactly(properties);
  if (exact !== null) kept[EXACT] = exact;
  return kept;
}

/** The properties as JSON where a string cannot be kept as it is (or `lossy` says so), else null. */
export const exactly = (properties: Properties, lossy = false): string | null =>
  lossy || !isWellFormed(properties) ? JSON.stringify(properties) : null;

/** Inverse of `toNeo4j`. */
export function fromNeo4j(kept: Readonly<Record<string, unknown>>): { id: string; properties: Properties } {
  const { id, [EXACT]: exact } = kept;
  if (typeof exact === 'string') return { id: String(id), properties: JSON.parse(exact) as Properties };
  const properties: Record<string, Value> = {};
  for (const name in kept) {
    if (name === 'id') continue;
    const value = kept[name] as Value;
    properties[name] = neo4j.isDate(value as object) ? String(value) : value;
  }
  return { id: String(id), properties };
}

function toValue(value: Value, type: PropertyType | undefined): unknown {
  if (type === 'integer' && typeof value === 'number') return neo4j.int(value);
  if (type === 'integer[]' && Array.isArray(value)) return value.map((n: number) => neo4j.int(n));
  if (type === 'date' && typeof value === 'string') return dayOf(value);
  return value;
}

/** What is no day of the calendar stays text. */
function dayOf(text: string): unknown {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const date = new Date(`${text}T00:00:00Z`);
  if (day === undefined || Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day)) return text;
  return new neo4j.types.Date(neo4j.int(Number(year)), neo4j.int(Number(month)), neo4j.int(Number(day)));
}

const UNPAIRED = /\p{Surrogate}/u;

function isWellFormed(properties: Properties): boolean {
  for (const name in properties) {
    const value = properties[name];
    if (typeof value === 'string' && UNPAIRED.test(value)) return false;
    if (Array.isArray(value) && value.some((v: unknown) => typeof v === 'string' && UNPAIRED.test(v)))
      return false;
  }
  return true;
}
