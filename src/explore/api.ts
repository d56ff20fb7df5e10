/**
 * What the explorer asks for and is given: plain JSON. One interface, answered by a graph in memory (on the server, or in the page
 * itself where the data came with it), by a store, or over HTTP.
 */

import type { ArticleView } from './api/article.ts';
import type { ClaimView } from './api/claim.ts';
import type { ClaimPage, ClaimQuery, Page } from './api/claims.ts';
import type { Asked, Decided, DecisionView } from './api/decisions.ts';
import type { NetworkQuery, NetworkView, PathView } from './api/network.ts';
import type { Overview } from './api/overview.ts';
import type { QuestionPage } from './api/questions.ts';
import type { Hit } from './api/search.ts';

/** Everything that the page can ask. Ids that name nothing are answered with null. */
export interface Explore {
  overview(): Promise<Overview>;
  claims(query: ClaimQuery): Promise<ClaimPage>;
  claim(id: string): Promise<ClaimView | null>;
  article(id: string): Promise<ArticleView | null>;
  network(query: NetworkQuery): Promise<NetworkView>;
  /** A node with its neighbours, those that reach furthest first. */
  around(id: string, limit: number): Promise<NetworkView | null>;
  /** A shortest path, whatever way its relationships point; null where there is none. */
  path(from: string, to: string): Promise<PathView | null>;
  search(text: string, limit: number): Promise<readonly Hit[]>;
  questions(page: Page): Promise<QuestionPage>;
  decisions(): Promise<readonly DecisionView[]>;
  decide(asked: Asked): Promise<Decided>;
  undo(decision: string): Promise<Decided>;
}

/** Carries the token with every request to the API. */
export const TOKEN_HEADER = 'X-Hearsay-Token';

/** The answer to any request that failed: 400 malformed, 401 token, 403 host or origin, 404, 405, 409, 413, 500. */
export interface Failure {
  readonly error: string;
}

/** Id of the `<script type="application/json">` that holds the data of a self-contained page. */
export const EMBEDDED_ID = 'hearsay-data';
