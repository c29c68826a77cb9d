import { checkParameterNames, parsePageSize, relatedParameters } from '@hotline-atlas/model';
import { answerRelated, type RelatedRun, withOpenAsOf, withSourceNumber } from '@hotline-atlas/query';
import type { RequestHandler } from 'express';
import { ask } from '../context/ask.ts';
import { answerSignal, askerOf, readerOf } from '../context/asker.ts';
import type { Context } from '../context/context.ts';
import { parametersOf, readyHistory } from '../context/request.ts';
import { writeDown } from '../context/write-down.ts';
import { NotFound } from '../problems/failures.ts';
import { parseRecordSelection } from './appeals-route.ts';

/** `GET /api/appeals/{id}/related`: the other appeals of its caller and of its place. */
export function answerRelatedAppeals(context: Context): RequestHandler<{ id: string }> {
  const { city, database } = context;
  return async (request, response) => {
    const asker = await askerOf(context, request);
    const { scope } = asker;
    const raw = parametersOf(request);
    checkParameterNames(raw, Object.keys(relatedParameters.shape));
    const { id } = request.params;
    const { due_at = [] } = raw;
    const selection = parseRecordSelection({ due_at, id: [id] }, []);
    const size = parsePageSize(raw, 10, 50);
    const history = await readyHistory(context, scope);
    const signal = answerSignal(context, asker, response);
    const run: Omit<RelatedRun, 'history'> = { ...readerOf(context, asker), database, signal, city, size };
    const wanted = withSourceNumber(withOpenAsOf(selection, scope, history), run.numberKey);
    const related = await ask(context, { history, scope }, signal, (current) =>
      answerRelated(wanted, id, { ...run, history: current }),
    );
    if (!related) throw new NotFound('Among the appeals you see there is none of that number.');
    const records = (related.caller?.rows.length ?? 0) + (related.place?.rows.length ?? 0);
    if (scope.texts && records > 0)
      await writeDown(context, asker.person, {
        event: 'texts-opened',
        detail: { asked: `related to ${id}`, records },
      });
    response.set('Cache-Control', 'private, no-store').json(related);
  };
}
