import { type Completeness, stillSummingUp } from '@hotline-atlas/model';
import { completeness } from '@hotline-atlas/model/wire';
import { z } from 'zod';
import { ask } from './sides/ours.ts';

/** Tables are not summed up, and nobody seems to do it. */
export class NotSummedUp extends Error {
  override readonly name = 'NotSummedUp';
}

const healthSchema = z.object({ completeness });

/** How far tables are summed up and texts indexed, as `/api/health` says. */
export const readCompleteness = async (url: string): Promise<Completeness> =>
  healthSchema.parse(JSON.parse(await ask(url, 'health'))).completeness;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const betweenLooks = 2000;
const betweenLines = 30_000;
const longestStandstill = 30 * 60_000;

/**
 * Waits until everything is summed up and indexed, and says what it waits for.
 * @throws NotSummedUp when nothing of it changes for half an hour
 */
export async function waitUntilSummedUp(url: string, say: (line: string) => void): Promise<void> {
  let [known, changed, said] = ['', Date.now(), 0];
  for (;;) {
    const state = await readCompleteness(url);
    const words = stillSummingUp(state)?.en;
    if (words === undefined) return say('everything is summed up and indexed');
    if (words !== known) [known, changed] = [words, Date.now()];
    if (Date.now() - changed > longestStandstill)
      throw new NotSummedUp(`${words} Nothing of it changed for half an hour; --meanwhile does not wait.`);
    if (Date.now() - said > betweenLines) {
      say(`waiting: ${words}`);
      said = Date.now();
    }
    await pause(betweenLooks);
  }
}
