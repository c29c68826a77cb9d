import { shift } from '@hotline-atlas/model';
import type { Progress } from '@hotline-atlas/progress';
import { listMonthlyTopics, type Store } from '@hotline-atlas/store';
import { isDemonstration } from './demonstration.ts';
import { type DeskRequest, openDesk } from './plant-desk.ts';
import { plantMonths } from './plant-months.ts';
import { plantTopic } from './plant-topic.ts';

/** Objections are taken for so many days. */
const daysOpen = 30;

/** Whether anybody has done something with an evaluation month, or made a topic of the month. */
async function isTouched(store: Store, city: string): Promise<boolean> {
  const month = await store.database
    .selectFrom('evaluation_month')
    .select('month')
    .where('city', '=', city)
    .limit(1)
    .executeTakeFirst();
  if (month) return true;
  const { topics } = await listMonthlyTopics(store);
  return topics.length > 0;
}

/** @returns what was planted, to be told; null where nothing was */
async function plant(request: DeskRequest): Promise<string | null> {
  const { database, city, store } = request;
  if (!store.exists || city.evaluation.length === 0 || !(await isDemonstration(database, city))) return null;
  if (await isTouched(store, city.code)) return null;
  const desk = await openDesk(request);
  try {
    const until = shift(new Date().toISOString().slice(0, 10), 'day', daysOpen);
    const { open, final } = await plantMonths(desk, until);
    const hasTopic = await plantTopic(desk, city, `${final}-01`);
    return `made up for the demonstration: ${final} is final, ${open} takes objections (/evaluation)${hasTopic ? ', and a topic of the month is under way (/monthly-topics)' : ''}`;
  } finally {
    await desk.close();
  }
}

/**
 * Plants a life of months in a demonstration: once, and only where nobody has begun one. What fails is told
 * in one line, and nothing else stops for it; what was planted by then stays.
 */
export async function plantEvaluation(request: DeskRequest, progress: Progress): Promise<void> {
  try {
    const told = await plant(request);
    if (told) progress.say(told);
  } catch (error) {
    if (request.signal.aborted) return;
    progress.say(`The demonstration has no life of evaluation months: ${(error as Error).message}`);
  }
}
