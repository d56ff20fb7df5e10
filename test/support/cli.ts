/** The command as people run it: a process of its own, from the built program. */

import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const CLI = join(ROOT, 'dist/cli.js');

/** Builds the program and its page, as `npm run build` does it, where they are missing or older than their source. A vitest global setup. */
export function setup(): void {
  if (existsSync(CLI) && statSync(CLI).mtimeMs >= newest(join(ROOT, 'src'))) return;
  run('typescript/bin/tsc', '-p', 'tsconfig.build.json');
  try {
    run('vite/bin/vite.js', 'build', '--logLevel', 'warn');
  } catch (error) {
    // While somebody works on the page, the tests of everything else go on.
    if (process.env.CI) throw error;
    console.error('the page does not build: tests of it will fail');
  }
}

const run = (tool: string, ...args: readonly string[]): unknown =>
  execFileSync(process.execPath, [join(ROOT, 'node_modules', tool), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });

const newest = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((f) => f.isFile())
      .map((f) => statSync(join(f.parentPath, f.name)).mtimeMs),
  );

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  /** Sent as soon as the process prints something; standard input stays open. */
  readonly signal?: NodeJS.Signals;
  /** Closes standard output after the first bytes, as `head` does. */
  readonly leaveEarly?: boolean;
  /** As somebody to whom permissions apply, even where the tests run as root. */
  readonly unprivileged?: boolean;
}

/** What takes root's right to read everything away from the command behind it; nothing for anybody else. */
const UNPRIVILEGED = ['setpriv', '--bounding-set=-dac_override,-dac_read_search'];

/** Runs `hearsay ARGS`; colours and stores of the environment stay out. */
export function hearsay(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const { HEARSAY_STORE: _, FORCE_COLOR: __, ...env } = process.env;
    const before = options.unprivileged && process.getuid?.() === 0 ? UNPRIVILEGED : [];
    const [command = '', ...rest] = [...before, process.execPath, CLI, ...args];
    const child = spawn(command, rest, {
      cwd: options.cwd ?? ROOT,
      env: { ...env, ...options.env },
      stdio: 'pipe',
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
      if (options.leaveEarly) child.stdout.destroy();
      if (options.signal) child.kill(options.signal);
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.on('error', () => {});
    if (options.signal) child.stdin.write(options.stdin ?? '');
    else child.stdin.end(options.stdin ?? '');
  });
}

/** A folder of its own, gone when the action is done. */
export async function inFolder<T>(action: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-'));
  try {
    return await action(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
