/** Who may ask: this page, in this browser, with the token that the program printed. */

import { timingSafeEqual } from 'node:crypto';

/** What is looked at of a request. Header values as they came; null where absent. */
export interface Caller {
  readonly host: string | null;
  readonly origin: string | null;
  /** `Sec-Fetch-Site`, which browsers send and pages cannot change. */
  readonly site: string | null;
  readonly token: string | null;
}

export interface Refusal {
  readonly status: 401 | 403;
  readonly error: string;
}

/**
 * Why a request is refused; null: it is not. Any request must name a host that the server goes by, so that no foreign name can be
 * pointed at it (DNS rebinding), and come from no other page. `secret` null: the page itself, which says nothing, needs no token.
 */
export function refusal(caller: Caller, hosts: ReadonlySet<string>, secret: string | null): Refusal | null {
  if (caller.host === null || !hosts.has(caller.host.toLowerCase()))
    return { status: 403, error: 'The address is not one that this program goes by.' };
  if (caller.origin !== null && caller.origin.toLowerCase() !== `http://${caller.host.toLowerCase()}`)
    return { status: 403, error: 'Other pages may not ask.' };
  // The page may be opened by a click anywhere; what it asks for comes from itself alone.
  if (secret !== null && caller.site !== null && caller.site !== 'same-origin' && caller.site !== 'none')
    return { status: 403, error: 'Other pages may not ask.' };
  if (secret !== null && !same(caller.token ?? '', secret))
    return {
      status: 401,
      error: 'The token is missing or another one: open the address that the program printed.',
    };
  return null;
}

/** In a time that tells nothing of where two texts differ. */
function same(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The names under which a server at `host:port` is asked for: loopback by all its names. */
export function hostNames(host: string, port: number): ReadonlySet<string> {
  const named = host.includes(':') ? `[${host}]` : host;
  const names = isLoopback(host) ? [named, '127.0.0.1', 'localhost', '[::1]'] : [named];
  return new Set(names.map((name) => `${name.toLowerCase()}:${port}`));
}

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
