import type { Health } from '@hotline-atlas/model';
import { asOf, type History } from '@hotline-atlas/query';
import type { Request, RequestHandler } from 'express';
import { askerOf } from '../context/asker.ts';
import type { Context } from '../context/context.ts';
import { appealsTold } from './meta-route.ts';

/** What of the data is told to whoever asks. */
async function dataOf(context: Context, history: History, request: Request): Promise<Partial<Health>> {
  const { scope } = await askerOf(context, request);
  const seen = await context.seenBy(history, scope);
  return {
    as_of: asOf(seen),
    appeals: appealsTold(seen),
    first_day: history.publication.firstDay,
    last_day: history.publication.lastDay,
    completeness: await context.completeness(),
  };
}

/**
 * `GET /api/health`: 200 once questions can be answered or nothing is loaded, 503 while the first data is
 * loaded. Of the data it tells what whoever asks may know.
 */
export const answerHealth =
  (context: Context): RequestHandler =>
  async (request, response) => {
    response.set('Cache-Control', 'no-store');
    const history = await context.history();
    const progress = context.progress();
    if (!history && progress !== undefined) {
      response
        .status(503)
        .set('Retry-After', '2')
        .json({ status: 'loading', city: context.city.code, progress } satisfies Health);
      return;
    }
    const engine = await context.engineVersion();
    if (!history) {
      response.json({
        ...{ status: 'ok', city: context.city.code, engine, version: 0 },
        ...{ as_of: null, appeals: 0, first_day: null, last_day: null },
        ...{ synthetic: false, completeness: null },
      } satisfies Health);
      return;
    }
    const { version, synthetic } = history.publication;
    response.json({
      ...{ status: 'ok', city: context.city.code, engine, version, synthetic },
      ...(await dataOf(context, history, request)),
    } satisfies Health);
  };
