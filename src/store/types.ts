import type { Decision, GraphBatch } from '../graph/types.ts';
import type { Article } from '../read/types.ts';
import type { Decisions, Reading } from '../resolve/types.ts';

/** What is kept of one article: the ground truth from which everything else is computed. */
export interface StoredArticle {
  readonly article: Article;
  readonly reading: Reading;
  /** Blocking keys by which later articles find this one as a candidate. */
  readonly keys: readonly string[];
}

/** What was decided between two articles. `article < other`. */
export interface Joined {
  readonly article: string;
  readonly other: string;
  readonly decisions: Decisions;
}

/** Decides between a new article and those that share a blocking key with it. Pure, and quick: the store waits for it. */
export type Join = (candidates: readonly Reading[]) => readonly Joined[];

/** Counts of changes. The computed graph is up to date when `graph` equals `truth`. */
export interface Revision {
  /** Grows with every change of the ground truth. */
  readonly truth: number;
  /** The `truth` that the computed graph was made from; null before the first. */
  readonly graph: number | null;
}

/**
 * Where the graph lives. Ground truth is articles, their readings, what joined them and what analysts decided;
 * nodes and relationships are computed from it and kept beside it for queries.
 *
 * Every method may throw a `HearsayError` that says what is wrong with the store and what to do.
 */
export interface Store {
  /** As the user named it, for messages. */
  readonly location: string;
  /** Those of the article ids that it already holds. */
  has(articles: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * One article, with what joins it to those already there, in one transaction: two processes that add at once miss no
   * pair. False when the article is already there: it is left as it is.
   */
  add(entry: StoredArticle, join: Join): Promise<boolean>;
  /**
   * Takes over what another store holds, some at a time: articles (those already there stay), and what was decided between
   * articles, which are there by then. In one transaction.
   */
  load(entries: readonly StoredArticle[], joined: readonly Joined[]): Promise<void>;
  /** Removes an article with all that was read from it. False when there was none. */
  forget(article: string): Promise<boolean>;
  /** All articles in id order, one at a time. */
  entries(): AsyncIterable<StoredArticle>;
  /** In order of article and other. */
  joined(): AsyncIterable<Joined>;
  /** In order of time. */
  decisions(): Promise<readonly Decision[]>;
  decide(decision: Decision): Promise<void>;
  /** False when there is no such decision. */
  undo(decision: string): Promise<boolean>;
  revision(): Promise<Revision>;
  /**
   * Replaces the computed graph in one transaction. `truth`: the revision that it was computed from; a graph that was made
   * from a newer one stays.
   */
  writeGraph(graph: GraphBatch, truth: number): Promise<void>;
  /** In order of ids. */
  readGraph(): Promise<GraphBatch>;
  close(): Promise<void>;
}
