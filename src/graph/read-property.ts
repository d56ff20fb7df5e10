/** What a store gives back is checked here, property by property. */

import type { Span } from '../text/types.ts';
import type { GraphEdge, GraphNode } from './types.ts';

/** Typed access to what a store kept of a node or relationship. Throws a RangeError where it does not follow the schema. */
export function read({ id, properties }: GraphNode | GraphEdge) {
  const fail = (name: string, value: unknown): never => {
    throw new RangeError(`${id}: the property ${name} cannot be ${JSON.stringify(value)}`);
  };
  const value = (name: string) => properties[name] ?? null;
  const among = <T extends string>(values: readonly unknown[], allowed: readonly T[]): T =>
    allowed.find((one) => values.includes(one)) ?? fail(allowed.join('|'), values);
  const string = (name: string): string => {
    const v = value(name);
    return typeof v === 'string' ? v : fail(name, v);
  };
  const number = (name: string): number => {
    const v = value(name);
    return typeof v === 'number' ? v : fail(name, v);
  };
  const numbers = (name: string): readonly number[] => {
    const v = value(name) ?? [];
    return Array.isArray(v) && v.every((n) => typeof n === 'number') ? v : fail(name, v);
  };
  return {
    among,
    string,
    number,
    maybe: (name: string): string | null => (value(name) === null ? null : string(name)),
    oneOf: <T extends string>(name: string, allowed: readonly T[]): T => among([value(name)], allowed),
    flag: (name: string): boolean => {
      const v = value(name);
      return typeof v === 'boolean' ? v : fail(name, v);
    },
    strings: (name: string): readonly string[] => {
      const v = value(name) ?? [];
      return Array.isArray(v) && v.every((s) => typeof s === 'string') ? v : fail(name, v);
    },
    spans: (name: string): readonly Span[] => {
      const flat = numbers(name);
      return Array.from({ length: flat.length >> 1 }, (_, i) => [flat[2 * i] ?? 0, flat[2 * i + 1] ?? 0]);
    },
  };
}
