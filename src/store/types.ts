import type { Decision, GraphBatch } from '../graph/types.ts';
import type { Article } from '../read/types.ts';
import type { Decisions, Reading } from '../resolve/types.ts';

/** What is kept of one article: the ground truth from which everything else is computed. */
export interface StoredArticle {
  readonly article: Article;
  readonly reading: Reading;
  /** What `join` decided between this article and those already there. */
  readonly joined: Decisions;
  /** Blocking keys by which later articles find this one as a candidate. */
  readonly keys: readonly string[];
}

/**
 * Where the graph lives. Ground truth is articles, their readings, what joined them and what analysts decided;
 * nodes and relationships are computed from it and kept beside it for queries.
 */
export interface Store {
  /** As the user named it, for messages. */
  readonly location: string;
  /** Those of the article ids that it already holds. */
  has(articles: readonly string[]): Promise<ReadonlySet<string>>;
  /** One article in one transaction; one that is already there is left as it is. Marks the graph as out of date. */
  add(entry: StoredArticle): Promise<void>;
  /** Removes an article with all that was read from it. False when there was none. */
  forget(article: string): Promise<boolean>;
  /** All articles in id order, one at a time. */
  entries(): AsyncIterable<StoredArticle>;
  /** Readings that share a blocking key, in id order. */
  candidates(keys: readonly string[]): Promise<readonly Reading[]>;
  decisions(): Promise<readonly Decision[]>;
  decide(decision: Decision): Promise<void>;
  /** False when there is no such decision. */
  undo(decision: string): Promise<boolean>;
  /** Ground truth changed since `writeGraph`. */
  stale(): Promise<boolean>;
  /** Replaces the computed graph in one transaction. */
  writeGraph(graph: GraphBatch): Promise<void>;
  readGraph(): Promise<GraphBatch>;
  close(): Promise<void>;
}
