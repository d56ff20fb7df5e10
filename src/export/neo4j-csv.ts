/**
 * A store as the files that `neo4j-admin database import full` reads: the way to load millions of statements for the first time.
 * Header and quoting as in the Neo4j operations manual, "Import".
 */

import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { NODES, type PropertyType, RELATIONSHIPS } from '../graph/schema.ts';
import type { GraphEdge, GraphNode, Value } from '../graph/types.ts';
import { exactly } from '../store/neo4j/values.ts';

/** Between the values of a list: the ASCII unit separator, which no text needs. */
const LIST = '\u001f';

/** Arguments for `neo4j-admin database import full neo4j`, in the folder; given as `@import.args`. */
export const ARGUMENTS_FILE = 'import.args';

const TYPES: Readonly<Record<PropertyType, string>> = {
  string: 'string',
  integer: 'long',
  float: 'double',
  boolean: 'boolean',
  date: 'date',
  'string[]': 'string[]',
  'integer[]': 'long[]',
};

type Properties = Readonly<Record<string, PropertyType>>;

/** One file: its columns, and how many rows went in. */
interface Table {
  readonly name: string;
  readonly kind: 'nodes' | 'relationships';
  readonly header: string;
}

/** Writes rows into files by name; files are made when their first row comes. */
export interface CsvFolder {
  node(node: GraphNode): Promise<void> | undefined;
  edge(edge: GraphEdge): Promise<void> | undefined;
  /** Rows of a file beside the graph's, each value quoted. `header` as the import reads it. */
  other(
    kind: Table['kind'],
    name: string,
    header: string,
    values: readonly string[],
  ): Promise<void> | undefined;
  /** Closes the files and writes the arguments. */
  finish(): Promise<void>;
}

/** `folder` is there and empty. Rows are held back up to a megabyte a file. */
export function csvFolder(folder: string): CsvFolder {
  const files = new Map<string, { readonly table: Table; readonly sink: Sink }>();
  const line = (table: Table, row: string) => {
    const found = files.get(table.name);
    if (found !== undefined) return found.sink.write(row);
    const sink = sinkTo(join(folder, `${table.name}.csv`));
    files.set(table.name, { table, sink });
    return sink.write(`${table.header}\n${row}`);
  };
  return {
    node(node) {
      const type = NODE_TABLES.get(node.labels[0] ?? '');
      if (type === undefined) throw new RangeError(`there is no label ${node.labels[0]}`);
      const cells = cellsOf(type.properties, node.properties);
      return line(type.table, `${quoted(node.id)},${cells},${quoted(node.labels.join(LIST))}\n`);
    },
    edge(edge) {
      const type = EDGE_TABLES.get(edge.type);
      if (type === undefined) throw new RangeError(`there is no relationship ${edge.type}`);
      const ends = `${quoted(edge.from)},${quoted(edge.to)},${quoted(edge.id)}`;
      return line(type.table, `${ends},${cellsOf(type.properties, edge.properties)},${edge.type}\n`);
    },
    other: (kind, name, header, values) => line({ name, kind, header }, `${values.map(quoted).join(',')}\n`),
    async finish() {
      for (const { sink } of files.values()) await sink.close();
      const lists = [...files.values()].map(({ table }) => `--${table.kind}=${table.name}.csv`);
      const args = [
        '--overwrite-destination',
        '--array-delimiter=U+001F',
        '--multiline-fields=true',
        ...lists,
      ];
      const file = await open(join(folder, ARGUMENTS_FILE), 'w');
      await file.writeFile(`${args.join('\n')}\n`);
      await file.close();
    },
  };
}

const columns = (properties: Properties): string =>
  [...Object.entries(properties).map(([name, type]) => `${name}:${TYPES[type]}`), '_exact:string'].join(',');

const NODE_TABLES = new Map(
  NODES.map(({ label, properties }) => {
    const header = `id:ID,${columns(properties)},:LABEL`;
    return [label, { properties, table: { name: label, kind: 'nodes', header } as const }] as const;
  }),
);
const EDGE_TABLES = new Map(
  RELATIONSHIPS.map(({ type, properties }) => {
    const header = `:START_ID,:END_ID,id:string,${columns(properties)},:TYPE`;
    return [type, { properties, table: { name: type, kind: 'relationships', header } as const }] as const;
  }),
);

function cellsOf(types: Properties, properties: Readonly<Record<string, Value>>): string {
  let line = '';
  for (const name in types) line += `${cell(properties[name])},`;
  const lossy = Object.values(properties).some(
    (v) => Array.isArray(v) && v.some((x) => String(x).includes(LIST)),
  );
  return line + cell(exactly(properties, lossy));
}

/** Without quotes nothing means no value; with quotes it is the empty text. */
function cell(value: Value | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object') return String(value);
  if (value.length === 0) return '';
  return quoted(value.map((v) => String(v).replaceAll(LIST, ' ')).join(LIST));
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

interface Sink {
  /** A promise where the caller should wait. */
  write(text: string): Promise<void> | undefined;
  close(): Promise<void>;
}

function sinkTo(file: string): Sink {
  const opened = open(file, 'wx');
  let held: string[] = [];
  let size = 0;
  const flush = async () => {
    const text = held.join('');
    held = [];
    size = 0;
    await (await opened).writeFile(text);
  };
  return {
    write(text) {
      held.push(text);
      size += text.length;
      return size < 1 << 20 ? undefined : flush();
    },
    async close() {
      await flush();
      await (await opened).close();
    },
  };
}
