import { readArticles } from '../../src/read/articles.ts';
import { type Article, isFailure, type ReadFailure, type ReadResult } from '../../src/read/types.ts';

/** What comes out of these bytes on standard input. */
export async function readInput(content: string | Uint8Array): Promise<ReadResult[]> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield typeof content === 'string' ? Buffer.from(content) : content;
  }
  return readFiles(['-'], bytes());
}

export async function readFiles(inputs: string[], stdin?: AsyncIterable<Uint8Array>): Promise<ReadResult[]> {
  const results: ReadResult[] = [];
  for await (const result of readArticles(inputs, stdin ? { stdin } : {})) results.push(result);
  return results;
}

export const articles = (results: ReadResult[]): Article[] =>
  results.filter((r): r is Article => !isFailure(r));
export const failures = (results: ReadResult[]): ReadFailure[] => results.filter(isFailure);
export async function readOne(content: string | Uint8Array): Promise<Article> {
  const [first] = await readInput(content);
  if (first === undefined || isFailure(first)) throw new Error(JSON.stringify(first));
  return first;
}
