/** Addresses of a DHIS2, in one form: two that lead to the same place are the same text. */

const here: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Without a slash at its end and without /api; null for what no password and no number may be sent to.
 * @param isTrying takes an address on the same machine without https
 */
export function dhis2Address(text: string, isTrying = false): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url) return null;
  const isSafe = url.protocol === 'https:' || (isTrying && url.protocol === 'http:' && here.includes(url.hostname));
  if (!isSafe || url.username || url.password || url.search || url.hash) return null;
  return `${url.origin}${url.pathname}`.replace(/\/+(api\/*)?$/, '');
}
