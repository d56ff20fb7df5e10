/** The server's jars, fetched by Maven once and kept between runs. */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Release } from './versions.ts';

const CACHE = process.env.HEARSAY_CACHE ?? join(homedir(), '.cache/hearsay');

const dependency = (coordinates: string) => {
  const [group, artifact, version] = coordinates.split(':');
  return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
};

const projectFor = (release: Release) => `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>hearsay</groupId><artifactId>neo4j-for-tests</artifactId><version>1</version>
  <dependencies>${release.artifacts.map(dependency).join('')}</dependencies>
</project>
`;

export const isInstalled = (release: Release): boolean => existsSync(folderOf(release));

/** The folder with the jars. Takes its name when it is whole, so that a download that was cut off is repeated. */
export function install(release: Release, maven: string): string {
  const folder = folderOf(release);
  if (existsSync(folder)) return folder;
  const parts = `${folder}.${process.pid}`;
  mkdirSync(parts, { recursive: true });
  writeFileSync(join(parts, 'pom.xml'), projectFor(release));
  const args = ['-q', '-B', 'dependency:copy-dependencies', '-DincludeScope=runtime'];
  execFileSync(maven, [...args, `-DoutputDirectory=${join(parts, 'lib')}`], { cwd: parts, stdio: 'inherit' });
  renameSync(join(parts, 'lib'), folder);
  rmSync(parts, { recursive: true });
  return folder;
}

const folderOf = ({ version }: Release) => join(CACHE, 'neo4j', version);
