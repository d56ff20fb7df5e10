/** The explorer as people run it, and a browser to look at it with. */

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findProgram } from './neo4j/java.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A Chromium on this machine, or undefined. */
export const CHROMIUM: string | undefined =
  process.env.CHROMIUM ??
  ['chromium', 'chromium-browser', 'google-chrome'].map(findProgram).find((path) => path !== null) ??
  undefined;

/** Without a sandbox and a graphics card, as in containers. */
export const LAUNCH = { executablePath: CHROMIUM ?? '', args: ['--no-sandbox', '--disable-gpu'] };

export interface Explorer {
  /** With the token in it. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts `hearsay explore ARGS` from the built program; ready once the address is printed. */
export function startExplorer(...args: readonly string[]): Promise<Explorer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), 'explore', '--no-open', ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<void>((done) => child.on('close', () => done()));
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (words: string) => {
      said += words;
    });
    child.stdout.setEncoding('utf8').on('data', (words: string) => {
      const address = /^http:\S+/m.exec(words)?.[0];
      if (address === undefined) return;
      resolve({
        address,
        stop: () => {
          child.kill('SIGINT');
          return ended;
        },
      });
    });
    child.on('error', reject);
    child.on('close', () => reject(new Error(said)));
  });
}
