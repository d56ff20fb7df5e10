import type { Part } from '../graph/part.ts';
import type { Decision, GraphBatch, GraphNode } from '../graph/types.ts';
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

/** Which claims, and how many of them at most. */
export interface ClaimQuery {
  /** Status as it is written on the claim. */
  readonly status?: string;
  /** Words that the claim must hold, as for `find`. */
  readonly text?: string;
  /** `next` of the page before; absent: from the start. */
  readonly after?: string;
  readonly limit: number;
}

export interface ClaimPage {
  /** `Claim` nodes: most carriers first, then most independent chains, then by id. */
  readonly claims: readonly GraphNode[];
  /** Where the next page begins; null after the last. Good while the graph stays as it is. */
  readonly next: string | null;
}

/** How much there is of what. */
export interface Summary {
  /** Nodes by label, kinds of sources among them. */
  readonly labels: Readonly<Record<string, number>>;
  /** Claims by status. */
  readonly statuses: Readonly<Record<string, number>>;
}

/** What must be built again. */
export interface Changed {
  /** All articles of the affairs concerned, sorted. */
  readonly articles: readonly string[];
  /** Those of them that something joins. */
  readonly pairs: readonly (readonly [string, string])[];
}

/** The graph of one affair: articles that something joins, directly or not. */
export interface AffairGraph {
  /** Sorted, not empty. */
  readonly articles: readonly string[];
  readonly graph: GraphBatch;
}

/** The computed graph in parts that change one by one. */
export interface Affairs {
  /** Articles of all affairs that changed since they were last written. */
  changed(): Promise<Changed>;
  /** What is kept of these articles, less what only joining looks at (`prints`, `topic`), and what was decided between them. */
  read(articles: readonly string[]): Promise<{
    readonly entries: readonly Pick<StoredArticle, 'article' | 'reading'>[];
    readonly joined: readonly Decisions[];
  }>;
  /** In place of what their articles had, in one transaction. False, and nothing is written, where the ground truth is no longer `truth`. */
  write(affairs: readonly AffairGraph[], truth: number): Promise<boolean>;
  /**
   * Makes a whole of what was written. True where that is all that changed: the graph is up to date. False where the ground truth is no
   * longer `truth`: some of it is still as it was.
   */
  finish(truth: number): Promise<boolean>;
  /** What was last written of the affairs of these articles; null: of those that changed since. */
  graph(articles: readonly string[] | null): Promise<GraphBatch>;
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
  /** Writing the computed graph affair by affair; absent where a store takes whole graphs only. */
  readonly affairs?: Affairs;

  // Parts of the computed graph, as it was last written; none of them reads the whole.

  /**
   * What one claim rests on, as `upstreamOf` has it: assessing the claim in it gives what assessing it in the whole graph
   * gives, unless it is capped at `limit` statements (default 5000). Null where there is no such claim.
   */
  upstream(claim: string, limit?: number): Promise<Part | null>;
  /**
   * The nodes of these ids and their neighbours, by id, up to `limit` nodes; and the relationships between them that touch one of the
   * ids. With no room for neighbours: what joins the given nodes.
   */
  around(ids: readonly string[], limit: number): Promise<Part>;
  /** Throws a `HearsayError` where `after` is no place in the list. */
  listClaims(query: ClaimQuery): Promise<ClaimPage>;
  /** Ids of claims that begin with these characters, in order. */
  claimIds(beginning: string, limit: number): Promise<readonly string[]>;
  /**
   * Sources, claims and mentions that hold all the words, up to `limit` of each, the best first: sources by their names, then claims,
   * then mentions by their quotations. The last word may be a beginning of one. What people type is text, never syntax.
   */
  find(text: string, limit: number): Promise<readonly GraphNode[]>;
  summary(): Promise<Summary>;
  close(): Promise<void>;
}
