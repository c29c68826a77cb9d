/** Headers of a request that better-auth reads. */
export interface AskedHeaders {
  cookie?: string | undefined;
  'user-agent'?: string | undefined;
}

/** What better-auth gets of a request: nothing else decides anything. */
export function headersOf({ cookie, 'user-agent': browser }: AskedHeaders): Headers {
  const headers = new Headers();
  if (cookie !== undefined) headers.set('cookie', cookie);
  if (browser !== undefined) headers.set('user-agent', browser.slice(0, 300));
  return headers;
}

/** The value of a cookie as a browser sends it; null where there is none. */
export function cookieOf({ cookie = '' }: AskedHeaders, name: string): string | null {
  for (const part of cookie.split(';')) {
    const [found, ...value] = part.trim().split('=');
    if (found === name) return value.join('=');
  }
  return null;
}

/** Cookies an answer sets, as a browser sends them back. */
export const sentBack = (set: readonly string[]): string =>
  set.map((cookie) => cookie.split(';')[0] ?? '').join('; ');
