/** The statements in `cypher/`: the program sends what stands in these files, and nothing else. */

import { readFileSync } from 'node:fs';

export const FOLDER = new URL('../../../cypher/', import.meta.url);
const read = new Map<string, string>();

/** The text of a statement by its path below `cypher/`, such as `load/nodes`. */
export function cypher(name: string): string {
  const known = read.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(new URL(`${name}.cypher`, FOLDER), 'utf8');
  read.set(name, text);
  return text;
}
