/** The token that came with the address: kept for this tab, and taken out of the address so that it is not shared with a view. */

const KEY = 'hearsay-token';

/** Empty where there is none. */
export function takeToken(): string {
  const url = new URL(location.href);
  const given = url.searchParams.get('token');
  if (given === null) return sessionStorage.getItem(KEY) ?? '';
  sessionStorage.setItem(KEY, given);
  url.searchParams.delete('token');
  history.replaceState(null, '', url);
  return given;
}
