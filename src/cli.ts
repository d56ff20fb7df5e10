#!/usr/bin/env node
/** The command `hearsay`: runs what the command line asks for and turns whatever goes wrong into one line and an exit code. */

import { CommanderError } from 'commander';
import { createProgram } from './commands/program.ts';
import { EXIT, HearsayError, messageOf } from './errors.ts';
import { harmless } from './text/harmless.ts';

/** The reader of a pipe may leave early (`| head`): that is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.failed);
});
/** Stores write in transactions: stopping at any moment leaves whole articles. */
process.on('SIGINT', () => {
  process.stderr.write(process.stderr.isTTY ? '\r\u001b[2Khearsay: interrupted\n' : 'hearsay: interrupted\n');
  process.exit(EXIT.interrupted);
});

const debug = process.argv.includes('--debug');
const program = await createProgram(process.argv.slice(2));
try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = report(error);
}

/** Says what went wrong; the code to exit with. */
function report(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.done;
    if (error.code !== 'commander.help')
      say(
        `${error.message.replace(/^error: (?:command-argument value )?/, '').replace(/\.$/, '')}; see ${helpFor()}`,
      );
    return EXIT.usage;
  }
  if (error instanceof HearsayError) say(error.line);
  else
    say(
      `${messageOf(error)}; this is a fault of the program: run it again with --debug and report what it prints`,
    );
  if (debug && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return error instanceof HearsayError ? error.exitCode : EXIT.failed;
}

/** The help that fits the command that was called. */
function helpFor(): string {
  const [, , verb, part] = process.argv;
  const command = program.commands.find((c) => c.name() === verb);
  const within = command?.commands.find((c) => c.name() === part);
  return ['hearsay', command?.name(), within?.name(), '--help'].filter(Boolean).join(' ');
}

function say(line: string): void {
  process.stderr.write(`hearsay: ${harmless(line)}\n`);
}
