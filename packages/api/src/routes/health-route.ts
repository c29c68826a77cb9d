import type { Health } from '@hotline-atlas/model';
import { asOf } from '@hotline-atlas/query';
import type { RequestHandler } from 'express';
import type { Context } from '../context/context.ts';

/**
 * `GET /api/health`: 200 once questions can be answered or nothing is loaded, 503 while the first data is
 * loaded.
 */
export const answerHealth =
  (context: Context): RequestHandler =>
  async (_request, response) => {
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
    if (!history) {
      response.json({
        status: 'ok',
        city: context.city.code,
        engine: await context.engineVersion(),
        version: 0,
        as_of: null,
        appeals: 0,
        first_day: null,
        last_day: null,
        synthetic: false,
        completeness: null,
      } satisfies Health);
      return;
    }
    const { version, appeals, synthetic, firstDay, lastDay } = history.publication;
    response.json({
      status: 'ok',
      city: context.city.code,
      engine: await context.engineVersion(),
      version,
      as_of: asOf(history),
      appeals,
      first_day: firstDay,
      last_day: lastDay,
      synthetic,
      completeness: await context.completeness(),
    } satisfies Health);
  };
