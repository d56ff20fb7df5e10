/** Every statement in cypher/, and every one in the guide, as the servers plan it: nothing deprecated, in either Cypher. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { beforeAll, expect, it } from 'vitest';
import { NODES } from '../../src/graph/schema.ts';
import { driverOf, logIn, onEachServer } from '../support/neo4j/servers.ts';

const FOLDER = join(import.meta.dirname, '../../cypher');

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.cypher'))
  .map((file) => [file, readFileSync(join(FOLDER, file), 'utf8')] as const);

const unescaped = (html: string) =>
  html.replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
const guide = readFileSync(join(FOLDER, 'browser/guide.html'), 'utf8');
const steps = [...guide.matchAll(/<pre[^>]*>([\s\S]*?)<\/pre>/g)]
  .map((m) => unescaped(m[1] ?? '').trim())
  .filter((text) => !text.startsWith(':'))
  .map((text, i) => [`guide, step ${i + 1}`, text] as const);

/** Of GQL: planned without the parameters that it takes. */
const NO_PARAMETERS = '01N60';
/** What an empty database does not hold, and no complaint at all. */
const UNKNOWN_YET: ReadonlySet<string> = new Set(['UNRECOGNIZED', 'UNKNOWN']);

it('are all there', () => {
  expect(files.length).toBeGreaterThan(40);
  expect(steps.length).toBeGreaterThanOrEqual(12);
});

it('count every label of the schema', () => {
  const [, text = ''] = files.find(([file]) => file.endsWith('count-labels.cypher')) ?? [];
  for (const { label, kinds } of NODES) for (const l of [label, ...kinds]) expect(text).toContain(`(n:${l})`);
});

onEachServer((server) => {
  beforeAll(() => logIn(server));

  it('takes every statement, and warns of none', async () => {
    const driver = driverOf(server);
    const { agent = '' } = await driver.getServerInfo();
    // Cypher 25 came with the releases that are named after years.
    const languages = /^Neo4j\/5\./.test(agent) ? ['5'] : ['5', '25'];
    const session = driver.session({ defaultAccessMode: neo4j.session.READ });
    const complaints: string[] = [];
    for (const language of languages)
      for (const [name, text] of [...files, ...steps]) {
        const { summary } = await session.run(`CYPHER ${language} EXPLAIN ${text}`);
        // What an empty database does not know yet is no matter.
        for (const { gqlStatus, classification, statusDescription } of summary.gqlStatusObjects)
          if (gqlStatus !== NO_PARAMETERS && !UNKNOWN_YET.has(classification))
            complaints.push(`${name} in Cypher ${language}: ${statusDescription}`);
      }
    await driver.close();
    expect(complaints).toEqual([]);
  });
});
