import type { RequestHandler } from 'express';
import { asOf } from '../answer/meta.ts';
import type { Atlas } from './atlas.ts';

/** `GET /api/health`: 200 once questions can be answered, 503 before. */
export const answerHealth =
  (atlas: Atlas): RequestHandler =>
  async (_request, response) => {
    response.set('Cache-Control', 'no-store');
    const history = await atlas.history();
    if (!history) {
      const progress = atlas.progress();
      response
        .status(503)
        .set('Retry-After', '2')
        .json({ status: 'loading', city: atlas.city.code, ...(progress !== undefined && { progress }) });
      return;
    }
    const { version, appeals, synthetic, firstDay, lastDay } = history.publication;
    response.json({
      status: 'ok',
      city: atlas.city.code,
      engine: await atlas.engineVersion(),
      version,
      as_of: asOf(history),
      appeals,
      first_day: firstDay,
      last_day: lastDay,
      synthetic,
    });
  };
