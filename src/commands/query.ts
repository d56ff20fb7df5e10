/** `hearsay query NAME|FILE|-`: Cypher on a store in Neo4j, by name or your own; reading only. */

import { existsSync, readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import { EXIT, HearsayError } from '../errors.ts';
import { type Block, list, paragraph, run } from '../report/blocks.ts';
import { settle } from '../settle.ts';
import { isNeo4j } from '../store/neo4j/location.ts';
import { jsonOrText, parseQuery, type Query, savedQueries } from '../store/neo4j/queries.ts';
import { type StoreOptions, storeOption, withExamples, withOutput } from './options.ts';
import { emit, FORMATS, type OutputFormat, type OutputOptions, show } from './output.ts';

type Options = StoreOptions &
  Omit<OutputOptions, 'format'> & {
    readonly format?: OutputFormat | 'csv';
    readonly param?: Readonly<Record<string, unknown>>;
    readonly list?: boolean;
  };

export function queryCommand(command: Command): void {
  command
    .argument('[query]', 'name of a query (--list shows them), a file with one, or - for standard input')
    .addOption(storeOption())
    .option('--param <name=value>', 'a parameter of the query (repeatable); JSON, or else text', parameter)
    .option('--list', 'list the queries that come along, with their parameters');
  withExamples(withOutput(command, [...FORMATS, 'csv']), [
    'hearsay query --list',
    'hearsay query corroboration-chains --param claim=cl-6e722d --store neo4j://localhost',
    'echo "MATCH (c:Claim) RETURN c.status, count(*)" | hearsay query - --store neo4j://localhost --format csv',
  ]).action(async (name: string | undefined, _: Options, self: Command) => {
    const options = self.optsWithGlobals<Options>();
    if (options.list)
      return showRows(options, ['query', 'answers', 'parameters'], savedQueries().map(listed));
    if (name === undefined)
      throw new HearsayError('no query', {
        exitCode: EXIT.usage,
        remedy: 'give the name of one (hearsay query --list shows them), a file, or -',
      });
    const query = await queryNamed(name);
    const { keys, rows } = await answers(query, parametersOf(query, options.param ?? {}), options);
    await showRows(options, keys, rows);
  });
}

function parameter(given: string, before: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const [, name, value] = /^\$?(\w+)=([\s\S]*)$/.exec(given) ?? [];
  if (name === undefined || value === undefined) throw new InvalidArgumentError('Give it as name=value.');
  return { ...before, [name]: jsonOrText(value) };
}

const listed = ({ name, title, about, parameters }: Query) => ({
  query: name,
  answers: `${title}: ${about}`,
  parameters: parameters.map((p) => `${p.name}: ${p.about}`).join('; '),
});

async function queryNamed(name: string): Promise<Query> {
  const saved = savedQueries().find((q) => q.name === name);
  if (saved !== undefined) return saved;
  if (name === '-') {
    let text = '';
    for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk;
    return parseQuery('-', text);
  }
  if (!existsSync(name))
    throw new HearsayError(`${name}: neither a query that comes along nor a file`, {
      exitCode: EXIT.usage,
      remedy: 'hearsay query --list shows the names',
    });
  try {
    return parseQuery(name, readFileSync(name, 'utf8'));
  } catch (cause) {
    throw new HearsayError(`${name}: cannot be read`, { remedy: 'give a file with a query', cause });
  }
}

function parametersOf({ name, parameters }: Query, given: Readonly<Record<string, unknown>>) {
  const missing = parameters.find((p) => !(p.name in given) && !('fallback' in p));
  if (missing !== undefined)
    throw new HearsayError(`${name} wants to know ${missing.name} (${missing.about})`, {
      exitCode: EXIT.usage,
      remedy: `give --param ${missing.name}=…`,
    });
  return { ...Object.fromEntries(parameters.map((p) => [p.name, p.fallback])), ...given };
}

/** Rows as they are now: the graph is brought up to date before. */
async function answers(query: Query, parameters: Readonly<Record<string, unknown>>, options: Options) {
  if (!isNeo4j(options.store))
    throw new HearsayError(`${options.store}: only a store in Neo4j understands Cypher`, {
      exitCode: EXIT.usage,
      remedy: `copy it to one (hearsay copy ${options.store} neo4j://localhost), then query that with --store`,
    });
  const { openClient } = await import('../store/neo4j/open.ts');
  const { storeBehind } = await import('../store/neo4j/store.ts');
  const client = await openClient(options.store, options, false);
  try {
    await settle(storeBehind(client));
    return await client.query(query.text, parameters);
  } finally {
    await client.driver.close();
  }
}

type Row = Readonly<Record<string, unknown>>;

async function showRows(options: Options, keys: readonly string[], rows: readonly Row[]): Promise<void> {
  const { plain, inWords } = await import('../store/neo4j/plain.ts');
  const cells = rows.map((row) => keys.map((key) => inWords(row[key])));
  const { format, ...output } = options;
  if (format === 'csv') return emit(csv([keys, ...cells]), options.output);
  await show(
    { ...output, ...(format === undefined ? {} : { format }) },
    () => blocksOf(keys, cells),
    () => rows.map((row) => plain(row)),
  );
}

/** A table where its lines are short, else one list a row. */
function blocksOf(keys: readonly string[], cells: readonly (readonly string[])[]): readonly Block[] {
  const width = (column: number) => Math.max(0, ...cells.map((line) => (line[column] ?? '').length));
  const wide = keys.slice(0, -1).reduce((sum, key, i) => sum + Math.max(key.length, width(i)) + 2, 0);
  if (wide < 60)
    return [{ kind: 'table', head: keys, rows: cells.map((line) => line.map((cell) => [run(cell)])) }];
  return cells.map((line) =>
    list(keys.map((key, i) => [paragraph(run(`${key}: `, 'muted'), run(line[i] ?? ''))])),
  );
}

/** RFC 4180, with line feeds. */
const csv = (lines: readonly (readonly string[])[]): string =>
  lines
    .map(
      (line) => `${line.map((c) => (/[",\r\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(',')}\n`,
    )
    .join('');
