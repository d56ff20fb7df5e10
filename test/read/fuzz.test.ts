import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArticles } from '../../src/read/articles.ts';
import { isFailure, type ReadResult } from '../../src/read/types.ts';
import { anyText, FOUNDING, mutated } from '../support/hostile.ts';

/** What comes out of these bytes on standard input, arriving in pieces of these lengths, over and over. */
async function read(bytes: Uint8Array, lengths: readonly number[]): Promise<ReadResult[]> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let from = 0, i = 0; from < bytes.length; i++) {
      const length = lengths[i % lengths.length] ?? bytes.length;
      yield bytes.subarray(from, from + length);
      from += length;
    }
  }
  const results: ReadResult[] = [];
  for await (const result of readArticles(['-'], { stdin: pieces() })) results.push(result);
  return results;
}

/** An article whose body slices, or one line that says what is wrong and the remedy. */
function holds(result: ReadResult): void {
  if (isFailure(result)) {
    expect(result.file).toMatch(/^-(?:[:#]\d+)?$/);
    expect(result.message).toMatch(/^(?:is|has|holds|could|declares|nests|unpacks)\b[^\n]+: [^\n]+$/);
    return;
  }
  const [start, end] = result.body;
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThan(start);
  expect(end).toBeLessThanOrEqual(result.text.length);
  expect(result.text.slice(start, end).trim()).toBe(result.text.slice(start, end));
  expect(result.id).toMatch(/^[0-9a-f]{64}$/);
  expect(result.publishedOn ?? '2024-12-27').toMatch(/^\d{4}-\d{2}-\d{2}$/);
}

const header = fc
  .array(
    fc.tuple(
      fc.constantFrom('Title', 'date', 'URL', 'Outlet', 'Author', 'X', ''),
      fc.constantFrom(':', ' :', ''),
    ),
    { maxLength: 6 },
  )
  .chain((keys) =>
    fc.tuple(...keys.map(([key, colon]) => anyText.map((value) => `${key}${colon} ${value.slice(0, 60)}`))),
  )
  .map((lines) => `${lines.join('\n')}\n\n`);

const jsonLine = fc
  .oneof(
    fc.record(
      {
        id: fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
        text: fc.oneof(mutated(FOUNDING), anyText, fc.jsonValue()),
        date: fc.oneof(anyText, fc.constant('2025-01-31')),
        outlet: anyText,
        url: fc.oneof(fc.webUrl(), fc.constant('javascript:alert(1)')),
      },
      { requiredKeys: [] },
    ),
    fc.jsonValue(),
  )
  .map((value) => JSON.stringify(value));

const text = fc.oneof(
  anyText,
  mutated(FOUNDING),
  fc.tuple(header, anyText).map((parts) => parts.join('')),
  fc
    .array(fc.oneof({ weight: 3, arbitrary: jsonLine }, anyText), { minLength: 1, maxLength: 4 })
    .map((lines) => lines.join('\n')),
);

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc
    .tuple(text, fc.constantFrom('utf8', 'utf16le', 'latin1'))
    .map(([words, encoding]) => Buffer.from(words, encoding)),
  // A few bytes of a text that come from elsewhere.
  fc.tuple(text, fc.array(fc.tuple(fc.nat(6000), fc.nat(255)), { maxLength: 5 })).map(([words, changes]) => {
    const changed = Buffer.from(words);
    for (const [at, byte] of changes) if (at < changed.length) changed[at] = byte;
    return changed;
  }),
);

describe('the reader, on any bytes', () => {
  it('gives articles and failures, throws nothing, and does not mind how the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        bytes,
        fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 3 }),
        async (input, lengths) => {
          const whole = await read(input, [input.length || 1]);
          expect(whole.length).toBeGreaterThan(0);
          whole.forEach(holds);
          expect(await read(input, lengths)).toEqual(whole);
        },
      ),
      { numRuns: 500 },
    );
  });
});

const FIXTURES = 'test/fixtures/third-party';
const files = readdirSync(FIXTURES, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();

/** A real file in which pieces are gone, stand twice, or are noise. */
const damaged = fc
  .tuple(
    fc.constantFrom(...files),
    fc.array(fc.tuple(fc.nat(60_000), fc.nat(300), fc.uint8Array({ maxLength: 8 }), fc.boolean()), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([file, edits]) =>
    edits.reduce<Buffer>((bytes, [place, length, noise, twice]) => {
      const at = bytes.length === 0 ? 0 : place % bytes.length;
      return Buffer.concat([
        bytes.subarray(0, twice ? at + length : at),
        noise,
        bytes.subarray(twice ? at : at + length),
      ]);
    }, readFileSync(file)),
  );

describe('the reader, on damaged files of every format', () => {
  it('gives articles and failures, and throws nothing', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, async (input) => {
        const results = await read(input, [4096]);
        expect(results.length).toBeGreaterThan(0);
        results.forEach(holds);
      }),
      { numRuns: 300 },
    );
  });
});
