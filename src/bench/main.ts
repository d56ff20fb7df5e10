import { benchAssess } from './assess.ts';
import { benchCalibration } from './calibrate.ts';
import { benchCorpus } from './corpus.ts';
import { benchExplore } from './explore.ts';
import { benchIngest } from './ingest.ts';
import { benchModel } from './model.ts';
import { benchAnswers, benchImport, benchNeo4j } from './neo4j.ts';
import { benchPage } from './page.ts';
import { benchParts } from './parts.ts';
import { benchReuse } from './reuse.ts';

/**
 * Benches by name: `npm run bench -- NAME…`; without names, all. Further words of a name follow a colon, e.g.
 * `assess:10000,100000`, `model:corpus.jsonl`.
 */
const BENCHES: Readonly<Record<string, (sizes?: readonly number[], words?: string) => void | Promise<void>>> =
  {
    assess: benchAssess,
    calibrate: benchCalibration,
    corpus: benchCorpus,
    explore: benchExplore,
    ingest: benchIngest,
    model: benchModel,
    neo4j: benchNeo4j,
    'neo4j-import': benchImport,
    'neo4j-answers': benchAnswers,
    page: benchPage,
    parts: benchParts,
    reuse: benchReuse,
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
  await bench(sizes?.split(',').map(Number), sizes);
}
