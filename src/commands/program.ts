/** The command line as a whole: global flags, one file a verb, completions made from both. */

import { readFileSync } from 'node:fs';
import tab from '@bomb.sh/tab/commander';
import { Command, Help } from 'commander';
import { withExamples } from './options.ts';

interface Verb {
  readonly name: string;
  readonly description: string;
  /** Declares its arguments, flags and action on the command. */
  readonly load: () => Promise<(command: Command) => void>;
}

/** Loaded when they are named: most take long, and only one is run. */
const VERBS: readonly Verb[] = [
  {
    name: 'ingest',
    description: 'Read articles into the store; those already there are left as they are',
    load: async () => (await import('./ingest.ts')).ingestCommand,
  },
  {
    name: 'watch',
    description: 'Follow folders: read what appears, forget what goes, print what that changes and why',
    load: async () => (await import('./watch.ts')).watchCommand,
  },
  {
    name: 'report',
    description: 'Print who says what, on whose word, and how many independent roots each claim has',
    load: async () => (await import('./report.ts')).reportCommand,
  },
  {
    name: 'claims',
    description: 'List claims with status and number of independent chains',
    load: async () => (await import('./claims.ts')).claimsCommand,
  },
  {
    name: 'chains',
    description: 'Print who says a claim, on whose word, down to the roots, with the passages',
    load: async () => (await import('./chains.ts')).chainsCommand,
  },
  {
    name: 'sources',
    description: 'List sources: what they are, who relies on whom, reliability A–F as an analyst set it',
    load: async () => (await import('./sources.ts')).sourcesCommand,
  },
  {
    name: 'questions',
    description: 'List the open questions that decide most, with the commands that answer them',
    load: async () => (await import('./questions.ts')).questionsCommand,
  },
  {
    name: 'explore',
    description: 'Open a web page on this machine to look at chains, to search and to decide',
    load: async () => (await import('./explore.ts')).exploreCommand,
  },
  {
    name: 'extract',
    description: 'Print who says what in each article: annotated text, or JSON for programs',
    load: async () => (await import('./extract.ts')).extractCommand,
  },
  {
    name: 'decide',
    description: 'Record, list and take back what an analyst decides',
    load: async () => (await import('./decide.ts')).decideCommand,
  },
  {
    name: 'forget',
    description: 'Remove an article and everything known from it alone',
    load: async () => (await import('./forget.ts')).forgetCommand,
  },
  {
    name: 'copy',
    description: 'Copy a store into another: articles, decisions and the graph',
    load: async () => (await import('./copy.ts')).copyCommand,
  },
  {
    name: 'query',
    description: 'Ask a store in Neo4j in Cypher: a query that comes along, or your own; nothing is changed',
    load: async () => (await import('./query.ts')).queryCommand,
  },
  {
    name: 'export',
    description: 'Write the store as files for other programs, or as one page to send',
    load: async () => (await import('./export.ts')).exportCommand,
  },
];

/** Words that ask for what all verbs take. */
const COMPLETING: ReadonlySet<string> = new Set(['complete', 'completions']);

/** The parser of these arguments; errors are thrown (`CommanderError`), never printed twice. */
export async function createProgram(args: readonly string[]): Promise<Command> {
  const program: Command = new Command('hearsay')
    .description('Who says so, on whose word, and how many independent roots does it really have?')
    .version(version(), '-V, --version', 'print the version')
    .option('-q, --quiet', 'print nothing but data and problems')
    .option('--no-color', 'print without colour')
    .option('--database <name>', 'database on a Neo4j server (default: NEO4J_DATABASE, or its home database)')
    .option('--password-file <file>', 'file with the password for a Neo4j server (default: NEO4J_PASSWORD)')
    .option('--debug', 'print where a failure came from')
    .configureHelp({
      showGlobalOptions: true,
      sortSubcommands: false,
      subcommandTerm: (command): string =>
        command.parent === program ? command.name() : Help.prototype.subcommandTerm(command),
    })
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  withExamples(program, [
    'hearsay report article.txt',
    'hearsay ingest articles/ && hearsay report -o report.html',
    'hearsay claims --status disputed',
  ]);
  for (const { name, description, load } of VERBS) {
    const command = program.command(name).description(description);
    if (args.includes(name) || args.some((arg) => COMPLETING.has(arg))) (await load())(command);
  }
  tab(program, { completionCommandName: 'completions' });
  return program;
}

function version(): string {
  const file: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return typeof file === 'object' && file !== null && 'version' in file ? String(file.version) : 'unknown';
}
