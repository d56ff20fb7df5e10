/** Readings that were parsed lately: articles of one affair are candidates for each other again and again. */

import type { Reading } from '../resolve/types.ts';

/** Characters of JSON whose readings are kept, some 200 MB in memory. */
const BUDGET = 50_000_000;

/**
 * Gives the reading of an article, from `load`'s JSON where it is not kept. `version` changes when the article was forgotten and
 * read again. The least recently used go first.
 */
export function readingCache(): (article: string, version: string, load: () => string) => Reading {
  const kept = new Map<
    string,
    { readonly version: string; readonly size: number; readonly reading: Reading }
  >();
  let size = 0;
  const drop = (article: string) => {
    size -= kept.get(article)?.size ?? 0;
    kept.delete(article);
  };
  return (article, version, load) => {
    const found = kept.get(article);
    drop(article);
    let entry = found?.version === version ? found : null;
    if (entry === null) {
      const json = load();
      entry = { version, size: json.length, reading: JSON.parse(json) as Reading };
    }
    kept.set(article, entry);
    size += entry.size;
    for (const oldest of kept.keys()) {
      if (size <= BUDGET || oldest === article) break;
      drop(oldest);
    }
    return entry.reading;
  };
}
