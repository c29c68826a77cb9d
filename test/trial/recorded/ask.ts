import { setTimeout as pause } from 'node:timers/promises';
import { bodyOf } from './bodies.ts';
import { comparable, withoutVersion } from './left-out.ts';
import type { RecordedAnswer, RecordedRequest } from './request.ts';

const compared = ['allow', 'content-disposition', 'content-type', 'link', 'x-atlas-asked', 'x-atlas-records'];

function headersOf({ headers }: Response): Record<string, string> {
  const meta = headers.get('x-atlas-meta');
  const found = compared.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, withoutVersion(value)]];
  });
  const told = meta && JSON.stringify(comparable(JSON.parse(decodeURIComponent(meta)), 'meta'));
  return { ...Object.fromEntries(found), ...(told && { 'x-atlas-meta': told }) };
}

/**
 * A server that is busy is asked again; one that turns nobody away would not be measured by a recorded set.
 */
const mostTries = 20;

async function fetchWhenReady(url: string, headers: Record<string, string>): Promise<Response> {
  for (let tries = 1; ; tries++) {
    const response = await fetch(url, { headers });
    if (response.status !== 503 || tries === mostTries) return response;
    await response.arrayBuffer();
    await pause(1000 * Math.min(Number(response.headers.get('retry-after') ?? 1), 5));
  }
}

async function askOnce(url: string, { path, accept }: RecordedRequest) {
  const headers = { 'Cache-Control': 'no-store', ...(accept && { Accept: accept }) };
  const response = await fetchWhenReady(`${url}/api/${path}`, headers);
  const bytes = Buffer.from(await response.arrayBuffer());
  const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
  const body = await bodyOf(path, type, bytes);
  const next = type === 'application/json' ? nextOf(JSON.parse(bytes.toString('utf8'))) : null;
  return { answer: { status: response.status, headers: headersOf(response), body }, next };
}

const nextOf = (body: { meta?: { next_cursor?: string | null } }): string | null =>
  body.meta?.next_cursor ?? null;

/** Asks a server, page by page where there are pages; how each page ends is part of the answer. */
export async function ask(url: string, request: RecordedRequest): Promise<RecordedAnswer> {
  const first = await askOnce(url, request);
  if (request.pages === undefined) return first.answer;
  const bodies = [{ body: first.answer.body, goesOn: first.next !== null }];
  for (let next = first.next; next !== null && bodies.length < request.pages; ) {
    const page = await askOnce(url, {
      ...request,
      path: `${request.path}&cursor=${encodeURIComponent(next)}`,
    });
    bodies.push({ body: page.answer.body, goesOn: page.next !== null });
    next = page.next;
  }
  return { ...first.answer, body: bodies };
}
