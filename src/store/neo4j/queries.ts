/** The queries in `cypher/query/`, and how a query's head says what it answers and what it needs. */

import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { cypher, FOLDER } from './cypher.ts';

export interface Query {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly parameters: readonly QueryParameter[];
  readonly text: string;
}

export interface QueryParameter {
  readonly name: string;
  /** Absent: it must be given. */
  readonly fallback?: unknown;
  readonly about: string;
}

/** In order of names. */
export const savedQueries = (): readonly Query[] =>
  readdirSync(new URL('query/', FOLDER))
    .filter((file) => file.endsWith('.cypher'))
    .sort()
    .map((file) => {
      const name = basename(file, '.cypher');
      return parseQuery(name, cypher(`query/${name}`));
    });

/**
 * Reads the comment lines at a query's head: title, what it answers, then a line for each parameter: `// $name: about`, or
 * `// $name = JSON: about` for one that may be left out.
 */
export function parseQuery(name: string, text: string): Query {
  const head: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (!line.startsWith('//')) break;
    head.push(line.slice(2).trim());
  }
  const [title = name, about = ''] = head.filter((line) => !line.startsWith('$'));
  return { name, title, about, parameters: head.flatMap(parameterIn), text };
}

function parameterIn(line: string): QueryParameter[] {
  const [, name, fallback, about = ''] = /^\$(\w+)(?: = ([^:]+))?: (.*)$/.exec(line) ?? [];
  if (name === undefined) return [];
  return [fallback === undefined ? { name, about } : { name, about, fallback: jsonOrText(fallback) }];
}

/** JSON where it is JSON, else the text itself. */
export function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
