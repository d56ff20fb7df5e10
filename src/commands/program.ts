/** The command line as a whole: global flags, one file a verb, completions made from both. */

import { readFileSync } from 'node:fs';
import tab from '@bomb.sh/tab/commander';
import { Command } from 'commander';
import { chainsCommand } from './chains.ts';
import { claimsCommand } from './claims.ts';
import { copyCommand } from './copy.ts';
import { decideCommand } from './decide.ts';
import { exploreCommand } from './explore.ts';
import { exportCommand } from './export.ts';
import { extractCommand } from './extract.ts';
import { forgetCommand } from './forget.ts';
import { ingestCommand } from './ingest.ts';
import { withExamples } from './options.ts';
import { queryCommand } from './query.ts';
import { questionsCommand } from './questions.ts';
import { reportCommand } from './report.ts';
import { sourcesCommand } from './sources.ts';
import { watchCommand } from './watch.ts';

/** The parser; errors are thrown (`CommanderError`), never printed twice. */
export function createProgram(): Command {
  const program = new Command('hearsay')
    .description('Who says so, on whose word, and how many independent roots does it really have?')
    .version(version(), '-V, --version', 'print the version')
    .option('-q, --quiet', 'print nothing but data and problems')
    .option('--no-color', 'print without colour')
    .option('--database <name>', 'database on a Neo4j server (default: NEO4J_DATABASE, or its home database)')
    .option('--password-file <file>', 'file with the password for a Neo4j server (default: NEO4J_PASSWORD)')
    .option('--debug', 'print where a failure came from')
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false })
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  withExamples(program, [
    'hearsay report article.txt',
    'hearsay ingest articles/ && hearsay report -o report.html',
    'hearsay claims --status disputed',
  ]);
  for (const add of [
    ingestCommand,
    watchCommand,
    reportCommand,
    claimsCommand,
    chainsCommand,
    sourcesCommand,
    questionsCommand,
    exploreCommand,
    extractCommand,
    decideCommand,
    forgetCommand,
    copyCommand,
    queryCommand,
    exportCommand,
  ])
    add(program);
  tab(program, { completionCommandName: 'completions' });
  return program;
}

function version(): string {
  const file: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return typeof file === 'object' && file !== null && 'version' in file ? String(file.version) : 'unknown';
}
