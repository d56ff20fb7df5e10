/** Fits what makes an attribution likely to be right, on articles whose attributions are known: for the model's description. */

import { readFile } from 'node:fs/promises';
import { rulesAt, weighed } from '../extract/combine.ts';
import { alike, probability } from '../extract/confidence.ts';
import { type ModelFiles, readModel } from '../extract/model.ts';
import { reframe } from '../extract/reframe.ts';
import { extractByRules } from '../extract/rules/attributions.ts';
import type { Runtime } from '../extract/runtime.ts';
import { tagDocument } from '../extract/tagger.ts';
import { openThreads } from '../extract/threads.ts';
import { readArticles } from '../read/articles.ts';
import { type Article, isFailure } from '../read/types.ts';
import { toDocument } from '../text/document.ts';
import type { Span } from '../text/types.ts';

interface Known {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** One attribution that the model found: what speaks for it, and whether it is right. */
interface Example {
  readonly grounds: Readonly<Record<string, number>>;
  readonly right: boolean;
}

/** `calibrate:FILE.jsonl`: articles a line, `{"id", "text", "attributions": [{"source", "cue", "content"}]}`, as training reads them. */
export async function benchCalibration(_: readonly number[] | undefined, file = ''): Promise<void> {
  if (file === '') {
    console.log('needs articles with known attributions: calibrate:FILE.jsonl');
    return;
  }
  const known = knownIn(file, await readFile(file, 'utf8'));
  const model = await readModel();
  const runtime = await openThreads(model.weights);
  const examples: Example[] = [];
  for await (const article of readArticles([file], {}))
    if (!isFailure(article))
      examples.push(...(await examplesOf(article, known.get(article.givenId) ?? [], model, runtime)));
  await runtime.close();
  const weights = regress(examples);
  console.log(
    `${examples.length} attributions, ${(100 * mean(examples.map(({ right }) => Number(right)))).toFixed(1)} % right`,
  );
  console.log(
    JSON.stringify(
      Object.fromEntries([...weights].map(([name, w]) => [name, Number(w.toFixed(3))])),
      null,
      2,
    ),
  );
  for (const [from, share, count] of reliability(examples, weights))
    console.log(`${from.toFixed(1)}–${(from + 0.1).toFixed(1)}: ${share.toFixed(2)} of ${count} right`);
}

/** What is known of each article by its id. Throws where a line is no article with attributions. */
function knownIn(file: string, lines: string): ReadonlyMap<string | null, readonly Known[]> {
  return new Map(
    lines.split('\n').flatMap((line, i) => {
      if (line.trim() === '') return [];
      const { id, attributions }: Record<string, unknown> = Object(JSON.parse(line));
      if (typeof id !== 'string' || !Array.isArray(attributions) || !attributions.every(isKnown))
        throw new Error(`${file}:${i + 1} holds no article with "id" and "attributions"`);
      return [[id, attributions] as const];
    }),
  );
}

const isKnown = (value: unknown): value is Known => {
  const parts: Record<string, unknown> = Object(value);
  return [parts.source, parts.cue, parts.content].every(
    (spans) => Array.isArray(spans) && spans.every(isSpan),
  );
};

const isSpan = (value: unknown): value is Span =>
  Array.isArray(value) && value.length === 2 && value.every(Number.isInteger);

async function examplesOf(
  article: Article,
  attributions: readonly Known[],
  model: ModelFiles,
  runtime: Runtime,
): Promise<Example[]> {
  const document = toDocument(article);
  const rules = rulesAt(document, extractByRules(document));
  const left = new Set(attributions);
  const tagged = await tagDocument(document, model, runtime);
  return tagged
    .flatMap((each) => reframe(document, each))
    .map((each) => {
      const { found, grounds } = weighed(document, each, rules);
      const known = [...left].find((one) => isSame(found, one));
      if (known !== undefined) left.delete(known);
      return { grounds, right: known !== undefined };
    });
}

/** Source and content alike; of an attribution without content, source and cue. */
const isSame = (found: Known, known: Known): boolean =>
  alike(found.source, known.source) &&
  (found.content.length > 0 ? alike(found.content, known.content) : alike(found.cue, known.cue));

const STEPS = 1500;
const SHRINKING = 1e-3;

/** Logistic regression by gradient descent, features scaled to one deviation, with a small penalty on squares. O(steps × examples). */
function regress(examples: readonly Example[]): ReadonlyMap<string, number> {
  const names = Object.keys(examples[0]?.grounds ?? {});
  const scale = new Map(
    names.map((name) => [name, deviation(examples.map(({ grounds }) => grounds[name] ?? 0)) || 1]),
  );
  const scaled = examples.map(({ grounds, right }) => ({
    right,
    grounds: Object.fromEntries(names.map((name) => [name, (grounds[name] ?? 0) / (scale.get(name) ?? 1)])),
  }));
  let weights = new Map(names.map((name) => [name, 0]));
  for (let step = 0; step < STEPS; step++) {
    const slope = new Map(names.map((name) => [name, SHRINKING * (weights.get(name) ?? 0)]));
    for (const { grounds, right } of scaled) {
      const wrong = (probability(grounds, weights) - Number(right)) / scaled.length;
      for (const name of names) slope.set(name, (slope.get(name) ?? 0) + wrong * (grounds[name] ?? 0));
    }
    weights = new Map(names.map((name) => [name, (weights.get(name) ?? 0) - (slope.get(name) ?? 0)]));
  }
  return new Map(names.map((name) => [name, (weights.get(name) ?? 0) / (scale.get(name) ?? 1)]));
}

/** How many are right of those with a confidence in each tenth. */
function reliability(examples: readonly Example[], weights: ReadonlyMap<string, number>) {
  const rated = examples.map(({ grounds, right }) => ({ right, confidence: probability(grounds, weights) }));
  return [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => {
    const those = rated.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === tenth);
    return [tenth / 10, mean(those.map(({ right }) => Number(right))), those.length] as const;
  });
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const deviation = (values: readonly number[]): number => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
};
