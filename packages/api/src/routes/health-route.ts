import type { Health } from '@hotline-atlas/model';
import { asOf, type History } from '@hotline-atlas/query';
import type { Request, RequestHandler } from 'express';
import { type Asker, askerOf } from '../context/asker.ts';
import type { Context } from '../context/context.ts';
import { NotAllowed, NotSignedIn } from '../problems/failures.ts';
import { appealsTold } from './meta-route.ts';

/** Who asks and sees appeals; null for a probe, and for anybody else. */
async function knownAsker(context: Context, request: Request): Promise<Asker | null> {
  try {
    return await askerOf(context, request);
  } catch (error) {
    if (error instanceof NotSignedIn || error instanceof NotAllowed) return null;
    throw error;
  }
}

/** What of the data is told to whoever asks. */
async function dataOf(context: Context, history: History, { scope }: Asker): Promise<Partial<Health>> {
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
 * loaded. Of the data it tells what whoever asks may know; whoever sees no appeals, a probe among them,
 * learns that and nothing else.
 */
export const answerHealth =
  (context: Context): RequestHandler =>
  async (request, response) => {
    response.set('Cache-Control', 'no-store');
    const history = await context.history();
    const progress = context.progress();
    const asker = await knownAsker(context, request);
    const { code: city } = context.city;
    if (!history && progress !== undefined) {
      response
        .status(503)
        .set('Retry-After', '2')
        .json({ status: 'loading', city, ...(asker && { progress }) } satisfies Health);
      return;
    }
    if (!asker) {
      response.json({ status: 'ok', city } satisfies Health);
      return;
    }
    const engine = await context.engineVersion();
    if (!history) {
      response.json({
        ...{ status: 'ok', city, engine, version: 0 },
        ...{ as_of: null, appeals: 0, first_day: null, last_day: null },
        ...{ synthetic: false, completeness: null },
      } satisfies Health);
      return;
    }
    const { version, synthetic } = history.publication;
    response.json({
      ...{ status: 'ok', city, engine, version, synthetic },
      ...(await dataOf(context, history, asker)),
    } satisfies Health);
  };
