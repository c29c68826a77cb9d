import { Agent, get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { brotliDecompressSync } from 'node:zlib';
import type { Meta, Value } from '@hotline-atlas/model';
import { addressOf, type Question } from '../questions/question.ts';
import type { SideAnswer } from './side.ts';

type Told = Pick<Meta, 'rows_read' | 'milliseconds' | 'period'> &
  Partial<Pick<Meta, 'source' | 'compared_period' | 'limited'>> & { total?: number };

/** An answer of the API. */
export interface OurAnswer extends SideAnswer {
  meta: Told;
  bytes: number;
}

/** The API refused or failed. */
export class AskingFailed extends Error {
  override readonly name = 'AskingFailed';
  readonly status: number;
  constructor(status: number, address: string, body: string) {
    super(`${status} for /api/${address}: ${body.slice(0, 300)}`);
    this.status = status;
  }
}

/** Asks the API not to answer from, or into, any store: every answer is worked out. */
const headers = { accept: 'application/json', 'accept-encoding': 'br', 'cache-control': 'no-store' };

/** Milliseconds after which nobody waits any longer. */
const patience = 60_000;

/**
 * As many as ask; those who measure must not take the processor from what they measure: `fetch` takes four
 * times as much.
 */
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

async function readBody(response: IncomingMessage): Promise<string> {
  const sent = await buffer(response);
  const isPacked = response.headers['content-encoding'] === 'br';
  return (isPacked ? brotliDecompressSync(sent) : sent).toString();
}

/**
 * Asks for an address below `/api/`, and has the answer taken.
 * @throws AskingFailed when it is refused, or takes longer than a minute (408)
 */
function asking<Taken>(
  url: string,
  address: string,
  take: (answer: IncomingMessage) => Promise<Taken>,
): Promise<Taken> {
  return new Promise((resolve, reject) => {
    const tooLate = () => asked.destroy(new AskingFailed(408, address, 'no answer within a minute'));
    const timer = setTimeout(tooLate, patience);
    const asked = get(`${url}/api/${address}`, { agent, headers }, (response) => {
      const { statusCode = 0 } = response;
      if (statusCode < 400) take(response).then(resolve, reject);
      else readBody(response).then((body) => reject(new AskingFailed(statusCode, address, body)), reject);
    });
    asked.on('error', reject).on('close', () => clearTimeout(timer));
  });
}

/**
 * The body of an address below `/api/`.
 * @throws AskingFailed when it is refused, or takes longer than a minute (408)
 */
export const ask = (url: string, address: string): Promise<string> => asking(url, address, readBody);

/**
 * Waits for the whole answer of an address below `/api/`, and looks at none of it: unpacking is what many
 * users do, each on processors of their own.
 * @throws AskingFailed when it is refused, or takes longer than a minute (408)
 */
export const receive = (url: string, address: string): Promise<void> =>
  asking(url, address, (answer) => finished(answer.resume()));

/**
 * The body of an address below `/api/` as it comes, not packed: read the same way as the engine's own.
 * @throws AskingFailed when it is refused
 */
export function stream(url: string, address: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(`${url}/api/${address}`, { agent, headers: { 'accept-encoding': 'identity' } }, (response) => {
      const { statusCode = 0 } = response;
      if (statusCode < 400) resolve(response);
      else readBody(response).then((body) => reject(new AskingFailed(statusCode, address, body)), reject);
    }).on('error', reject);
  });
}

/** Puts a question to the API over HTTP. */
export async function askOurs(url: string, question: Question): Promise<OurAnswer> {
  const began = performance.now();
  const body = await ask(url, addressOf(question));
  const { meta, rows } = JSON.parse(body) as { meta: Told; rows: Record<string, Value>[] };
  const milliseconds = performance.now() - began;
  return { meta, rows, total: meta.total ?? null, milliseconds, bytes: body.length };
}
