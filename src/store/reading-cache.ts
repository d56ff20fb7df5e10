/** Readings that were parsed lately: articles of one affair are candidates for each other again and again. */

import type { Reading } from '../resolve/types.ts';

/** Characters of JSON whose readings are kept: with what joining remembers of them some 100 MB in memory. */
const BUDGET = 10_000_000;

export interface ReadingCache {
  /**
   * The reading of an article, from `load`'s JSON where it is not kept. `version` changes when the article was forgotten and read
   * again. The least recently used go first.
   */
  get(article: string, version: string, load: () => string): Reading;
  /** Keeps a reading whose JSON is so many characters long. */
  put(article: string, version: string, reading: Reading, size: number): void;
}

export function readingCache(): ReadingCache {
  const kept = new Map<
    string,
    { readonly version: string; readonly size: number; readonly reading: Reading }
  >();
  let size = 0;
  const drop = (article: string) => {
    size -= kept.get(article)?.size ?? 0;
    kept.delete(article);
  };
  const cache: ReadingCache = {
    get(article, version, load) {
      const found = kept.get(article);
      if (found?.version === version) {
        cache.put(article, version, found.reading, found.size);
        return found.reading;
      }
      const json = load();
      const reading = JSON.parse(json) as Reading;
      cache.put(article, version, reading, json.length);
      return reading;
    },
    put(article, version, reading, length) {
      drop(article);
      kept.set(article, { version, reading, size: length });
      size += length;
      for (const oldest of kept.keys()) {
        if (size <= BUDGET || oldest === article) break;
        drop(oldest);
      }
    },
  };
  return cache;
}
