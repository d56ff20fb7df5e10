/** Java installations of this machine. */

import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** The `java` of an installation whose major version is among these, or null. */
export function findJava(majors: readonly number[]): string | null {
  const fitting = installations().find((home) => majors.includes(majorOf(home) ?? 0));
  return fitting === undefined ? null : join(fitting, 'bin/java');
}

/** Whether a program is on the PATH, and where. */
export function findProgram(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

function installations(): string[] {
  const given = Object.entries(process.env).flatMap(([name, value]) =>
    /^JAVA_HOME/.test(name) && value ? [value] : [],
  );
  const onPath = findProgram('java');
  const inFolder = (folder: string, below = '') =>
    existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name, below)) : [];
  return [
    ...given,
    ...(onPath === null ? [] : [dirname(dirname(realpathSync(onPath)))]),
    ...inFolder('/usr/lib/jvm'),
    ...inFolder('/Library/Java/JavaVirtualMachines', 'Contents/Home'),
    ...inFolder(join(homedir(), '.sdkman/candidates/java')),
  ].filter((home) => existsSync(join(home, 'bin/java')));
}

function majorOf(home: string): number | null {
  const release = join(home, 'release');
  if (!existsSync(release)) return null;
  const version = /JAVA_VERSION="(\d+)/.exec(readFileSync(release, 'utf8'))?.[1];
  return version === undefined ? null : Number(version);
}
