import type { ErasureAnswer } from '@hotline-atlas/model';
import { erasureRequest } from '@hotline-atlas/model/wire';
import type { RequestHandler } from 'express';
import type { Context } from '../context/context.ts';
import type { Sought } from '../context/erasures.ts';
import { readBody } from '../context/read-body.ts';
import { writeDown } from '../context/write-down.ts';
import { NotReady } from '../problems/failures.ts';

function erasuresOf({ erasures }: Context) {
  if (!erasures) throw new NotReady('Nothing can be erased from here: run pnpm erase where the data is.');
  return erasures;
}

/** `GET /api/erasures`: the ledger. */
export function answerErasures(context: Context): RequestHandler {
  return async (_request, response) => {
    response.set('Cache-Control', 'private, no-store');
    response.json({ erasures: await erasuresOf(context).list() });
  };
}

/** `POST /api/erasures`: finds a person's appeals, and erases them once that is confirmed. */
export function answerErasure(context: Context): RequestHandler {
  return async (request, response) => {
    const { caller, ids = [], grade, reason, confirm } = await readBody(request, erasureRequest);
    const sought: Sought = caller === undefined ? { ids } : { caller };
    response.set('Cache-Control', 'private, no-store');
    const erasures = erasuresOf(context);
    const person = await context.personOf(request);
    const { name: who } = person;
    const of = caller === undefined ? 'ids' : 'caller';
    if (confirm) await writeDown(context, person, { event: 'appeals-erased', detail: { of, grade, reason } });
    const answer: ErasureAnswer = confirm
      ? { found: null, erasure: await erasures.begin({ sought, grade, reason, who }) }
      : { found: await erasures.find(sought), erasure: null };
    response.status(answer.erasure ? 202 : 200).json(answer);
  };
}
