// Ingests made-up articles into a store, in a process of its own that can be killed.
// usage: node worker.mjs STORE FIRST LAST once|churn
// With churn it forgets and ingests for ever: it says so before each step, and waits for a word on standard input to take it.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { ingest } from '../../dist/ingest.js';
import { settle } from '../../dist/settle.js';
import { openStore } from '../../dist/store/open.js';

const [location, first, last, mode] = process.argv.slice(2);

const hash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

const articles = Array.from({ length: Number(last) - Number(first) }, (_, i) => {
  const id = hash(`article ${Number(first) + i}`);
  const text = `It burnt, the ministry said. ${id} `.repeat(100);
  const none = {
    givenId: null,
    title: null,
    outlet: null,
    publishedOn: '2030-01-10',
    url: null,
    author: null,
  };
  return { id, file: `${id}.txt`, text, body: [0, text.length], ...none };
});

/** Eight statements by one source that every third article knows too. */
function readingOf({ article }) {
  const source = `s${hash(`source ${article.id}`)}`;
  const at = (i) => [i * 30, i * 30 + 20];
  const id = (prefix, i) => `${prefix}${hash(`${prefix} ${article.id} ${i}`)}`;
  const each = (make) => Array.from({ length: 8 }, (_, i) => make(i));
  const words = {
    heads: [],
    entities: [],
    content: ['burn'],
    subject: [],
    circumstances: [],
    quantities: [],
  };
  const features = { ...words, passive: false, negated: false, prospective: false, quotation: null };
  return {
    article: article.id,
    extractor: 'made-up@1',
    sources: [
      {
        id: source,
        kind: 'Group',
        name: `ministry ${Number.parseInt(article.id.slice(0, 4), 16) % 3}`,
        aliases: [],
        named: true,
        official: true,
        country: null,
        mentions: [{ id: id('m', 'source'), span: [0, 5], judgement: 'certain', reason: 'named' }],
        descriptors: [],
      },
    ],
    mentions: each((i) => ({
      id: id('m', i),
      source: [at(i)],
      cue: [at(i)],
      content: [at(i)],
      passage: at(i),
      statement: id('t', i),
      claims: [id('c', i)],
      factuality: 'CT+',
      confidence: 1,
      via: null,
      reason: 'one mention',
    })),
    statements: each((i) => ({
      id: id('t', i),
      source,
      act: 'CLAIMED',
      provisional: false,
      said: { from: null, to: '2030-01-10', rule: 'undated' },
      channel: null,
      retracts: [],
      claims: [{ id: id('c', i), stance: 'asserts', factuality: 'CT+' }],
      communication: null,
    })),
    claims: each((i) => ({
      id: id('c', i),
      text: `claim ${i}`,
      occurrence: false,
      event: null,
      places: [],
      features,
      wordings: [],
    })),
    events: [],
    reliances: [],
    relations: [],
    links: [],
    partOf: [],
    outlet: null,
    publishedOn: '2030-01-10',
    withdrawals: [],
    prints: [],
  };
}

const link = (kind, x, y) => {
  const [a, b] = [x, y].sort();
  return { kind, a, b, judgement: 'certain', reason: 'one name', opens: null, question: null };
};

const stages = {
  extractor: {
    id: 'made-up@1',
    extract: async (documents) => documents.map(() => ({ attributions: [], relays: [] })),
  },
  toDocument: (article) => ({ article, paragraphs: [], sentences: [], tokens: [], quotations: [] }),
  resolveWithin: readingOf,
  blockingKeys: (reading) => reading.sources.map((s) => s.name),
  join: (reading, candidates) => ({
    links: candidates.flatMap((other) => [
      link('source', reading.sources[0].id, other.sources[0].id),
      link('claim', reading.claims[0].id, other.claims[0].id),
    ]),
    relations: [],
    reliances: [],
    reuse: [],
    retractions: [],
  }),
};

async function* inOrder() {
  yield* articles;
}

const opened = await openStore(location);

async function turn() {
  if (mode !== 'churn') return;
  const told = once(process.stdin, 'data');
  process.stdout.write('step\n');
  await told;
}

const inTurns =
  (step) =>
  async (...args) => {
    await turn();
    return step(...args);
  };

const store = { ...opened, add: inTurns(opened.add), forget: inTurns(opened.forget) };
do {
  await ingest(inOrder(), store, stages);
  await turn();
  await settle(store);
  if (mode === 'churn') for (const { id } of articles.slice(0, articles.length / 2)) await store.forget(id);
} while (mode === 'churn');
await store.close();
