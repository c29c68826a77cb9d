import { type AppOptions, createApp, listen } from '@hotline-atlas/api';
import type { Answer } from '@hotline-atlas/model';
import type { Riverton } from './riverton.ts';

/** The API of Riverton over real HTTP, on a port of its own. */
export interface AtlasServer {
  url: string;
  fetch(path: string, headers?: Record<string, string>): Promise<Response>;
  /** JSON of an address that must answer 200. */
  json<Body>(path: string): Promise<Body>;
  query(parameters: string): Promise<Answer>;
  close(): Promise<void>;
}

export async function serveRiverton(
  { database, city }: Pick<Riverton, 'database' | 'city'>,
  options: Pick<AppOptions, 'personOf' | 'patience' | 'store' | 'secret' | 'stillAllowed'> = {},
): Promise<AtlasServer> {
  const listening = await listen(createApp({ database, city, log: () => undefined, ...options }), 0);
  const url = `http://127.0.0.1:${listening.port}`;
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${url}${path}`, { headers });
  const json = async <Body>(path: string): Promise<Body> => {
    const response = await get(path);
    const body = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${body}`);
    return JSON.parse(body) as Body;
  };
  return {
    url,
    fetch: get,
    json,
    query: (parameters) => json<Answer>(`/api/query?${parameters}`),
    close: () => listening.close(),
  };
}
