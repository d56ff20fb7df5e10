// Sources over articles: which local sources of two readings are one.
import type { Link, Reading } from '../types.ts';

/** Identities between the sources of two articles; symmetric: `joinSources(a, b)` gives what `joinSources(b, a)` gives. */
export function joinSources(a: Reading, b: Reading): readonly Link[] {
  void a;
  void b;
  return [];
}

/** Blocking keys: two readings without a common key have no source in common. */
export function sourceKeys(reading: Reading): readonly string[] {
  return reading.sources.map((source) => source.name.toLowerCase());
}
