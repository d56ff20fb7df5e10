/** docker-compose.yml, as far as it can be tried without Docker. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '../..');

interface Service {
  readonly image: string;
  readonly ports: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes: readonly string[];
  readonly healthcheck?: { readonly test: string; readonly interval: string; readonly retries: number };
}

const text = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');
const compose = parse(text) as {
  readonly services: Readonly<Record<'neo4j' | 'guide', Service>>;
  readonly volumes: Readonly<Record<string, null>>;
};
const services = Object.values(compose.services);

/** With what stands after `:-` where a variable is not set. */
const byDefault = (value: string) => value.replace(/\$\{\w+:-([^}]*)\}/g, '$1');

describe('docker-compose.yml', () => {
  it('names exact versions of its images', () => {
    for (const { image } of services)
      expect(byDefault(image)).toMatch(/^[a-z0-9]+:\d+\.\d+(\.\d+)?(-alpine)?$/);
    const [, version] = byDefault(compose.services.neo4j.image).split(':');
    const versions = readFileSync(join(ROOT, 'test/support/neo4j/versions.ts'), 'utf8');
    expect(versions).toContain(`version: '${version}'`);
  });

  it('does not start without a password, and is closed to other machines', () => {
    expect(compose.services.neo4j.environment?.NEO4J_AUTH).toMatch(/^neo4j\/\$\{NEO4J_PASSWORD:\?[^}]+\}$/);
    for (const { ports } of services) for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('says when the server is ready, for --wait', () => {
    const { healthcheck } = compose.services.neo4j;
    expect(healthcheck?.test).toMatch(/^wget .*http:\/\/localhost:7474$/);
    expect(healthcheck?.retries).toBeGreaterThanOrEqual(10);
  });

  it('keeps data in volumes that it declares, and mounts files that are there', () => {
    const mounted = services.flatMap((s) => s.volumes.map((v) => v.split(':')[0] ?? ''));
    expect(compose.services.neo4j.volumes.some((v) => v.endsWith(':/data'))).toBe(true);
    for (const name of mounted.filter((m) => !m.startsWith('.')))
      expect(Object.keys(compose.volumes)).toContain(name);
    for (const path of mounted.filter((m) => m.startsWith('./cypher')))
      expect(existsSync(join(ROOT, path))).toBe(true);
  });

  it('lets Neo4j Browser fetch the style sheet from where it is served', () => {
    const environment = compose.services.neo4j.environment ?? {};
    const served = `http://localhost:${compose.services.guide.ports[0]?.split(':')[1]}`;
    expect(environment.NEO4J_browser_remote__content__hostname__whitelist).toBe(served);
    const [, address = ''] = /^style (.*)$/.exec(environment.NEO4J_browser_post__connect__cmd ?? '') ?? [];
    expect(address).toBe(`${served}/hearsay.grass`);
    expect(existsSync(join(ROOT, 'cypher/browser', new URL(address).pathname))).toBe(true);
    // Every setting: a dot is an underscore, an underscore two.
    for (const name of Object.keys(environment)) expect(name).toMatch(/^NEO4J_\w+$/);
  });
});
