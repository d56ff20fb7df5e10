/** The explorer over HTTP, as the page asks for it. */

import { type Explore, type Failure, TOKEN_HEADER } from './api.ts';
import { claimParams, networkParams, pageParams } from './query.ts';

/** What a page can ask of its server besides what it shows. */
export interface Remote extends Explore {
  /** All that is shown as one self-contained HTML file. */
  page(): Promise<Blob>;
}

/** `base`: where `api/` is, with its last slash. Failures are thrown with the words of the server. */
export function remote(base: string, token: string): Remote {
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(base + path, {
      ...init,
      headers: { ...init.headers, [TOKEN_HEADER]: token },
      credentials: 'omit',
    }).catch(() => {
      throw new Error('The program does not answer: is hearsay explore still running?');
    });
    if (response.ok) return response;
    const failure = (await response.json().catch(() => ({}))) as Partial<Failure> | null;
    if (response.status === 404 && failure === null) return Response.json(null);
    throw new Error(failure?.error ?? `The program answered with ${response.status}.`);
  };
  // What the server sends is what `Explore` says: one program makes both.
  const json = async <T>(path: string, init?: RequestInit): Promise<T> =>
    (await (await ask(`api/${path}`, init)).json()) as T;
  const get = <T>(path: string, params?: URLSearchParams): Promise<T> =>
    json(params && params.size > 0 ? `${path}?${params}` : path);
  const id = encodeURIComponent;
  const params = (values: Readonly<Record<string, string>>) => new URLSearchParams(values);
  return {
    overview: () => get('overview'),
    claims: (query) => get('claims', claimParams(query)),
    claim: (claim) => get(`claims/${id(claim)}`),
    article: (article) => get(`articles/${id(article)}`),
    network: (query) => get('network', networkParams(query)),
    around: (node, limit) => get(`around/${id(node)}`, params({ limit: `${limit}` })),
    path: (from, to) => get('path', params({ from, to })),
    search: (text, limit) => get('search', params({ text, limit: `${limit}` })),
    questions: (page) => get('questions', pageParams(page)),
    decisions: () => get('decisions'),
    decide: (asked) =>
      json('decisions', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(asked),
      }),
    undo: (decision) => json(`decisions/${id(decision)}`, { method: 'DELETE' }),
    page: async () => (await ask('export.html')).blob(),
  };
}
