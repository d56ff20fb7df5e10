/**
 * The token that came with the address: kept for this browser, so that a view opens in another tab as well, and taken out of the
 * address, so that it is not handed on with a view. It is worth nothing once the program has ended.
 */

const KEY = 'hearsay-token';

/** Empty where there is none. */
export function takeToken(): string {
  const url = new URL(location.href);
  const given = url.searchParams.get('token');
  if (given === null) return localStorage.getItem(KEY) ?? '';
  localStorage.setItem(KEY, given);
  url.searchParams.delete('token');
  history.replaceState(null, '', url);
  return given;
}
