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
const freshly = { accept: 'application/json', 'cache-control': 'no-store' };

/** Milliseconds after which nobody waits any longer. */
const patience = 60_000;

/**
 * The body of an address below `/api/`.
 * @throws AskingFailed when it is refused, or takes longer than a minute (408)
 */
export async function ask(url: string, address: string): Promise<string> {
  const signal = AbortSignal.timeout(patience);
  const response = await fetch(`${url}/api/${address}`, { headers: freshly, signal }).catch(
    (error: Error) => {
      if (!signal.aborted) throw error;
      throw new AskingFailed(408, address, 'no answer within a minute');
    },
  );
  const body = await response.text();
  if (!response.ok) throw new AskingFailed(response.status, address, body);
  return body;
}

/** Puts a question to the API over HTTP. */
export async function askOurs(url: string, question: Question): Promise<OurAnswer> {
  const began = performance.now();
  const body = await ask(url, addressOf(question));
  const { meta, rows } = JSON.parse(body) as { meta: Told; rows: Record<string, Value>[] };
  const milliseconds = performance.now() - began;
  return { meta, rows, total: meta.total ?? null, milliseconds, bytes: body.length };
}
