import { benchAssess } from './assess.ts';
import { benchCorpus } from './corpus.ts';
import { benchIngest } from './ingest.ts';
import { benchNeo4j } from './neo4j.ts';

/**
 * Benches by name: `npm run bench -- NAME…`; without names, all. Further words of a name follow a colon, e.g.
 * `assess:10000,100000`.
 */
const BENCHES: Readonly<Record<string, (sizes?: readonly number[]) => void | Promise<void>>> = {
  assess: benchAssess,
  corpus: benchCorpus,
  ingest: benchIngest,
  neo4j: benchNeo4j,
};

const asked = process.argv.slice(2);
for (const word of asked.length > 0 ? asked : Object.keys(BENCHES)) {
  const [name = '', sizes] = word.split(':');
  const bench = BENCHES[name];
  if (bench === undefined) {
    console.error(`bench: there is no ${name}; there are ${Object.keys(BENCHES).join(', ')}`);
    process.exitCode = 2;
    break;
  }
  console.log(`\n${name}`);
  await bench(sizes?.split(',').map(Number));
}
