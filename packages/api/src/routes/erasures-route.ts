import type { Person } from '@hotline-atlas/access';
import type { ErasureAnswer } from '@hotline-atlas/model';
import { erasureRequest } from '@hotline-atlas/model/wire';
import type { RequestHandler } from 'express';
import type { Context } from '../context/context.ts';
import type { Sought } from '../context/erasures.ts';
import { keyedHash } from '../context/keyed-hash.ts';
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

type Found = NonNullable<ErasureAnswer['found']>;

/** Who is meant as the audit keeps it: no number and no id in plain words. */
function keptOf(context: Context, sought: Sought) {
  const [of, named] = 'caller' in sought ? ['caller', [sought.caller]] : ['ids', sought.ids];
  return { of, asked: named.length, hashes: named.map((each) => keyedHash(context, each)) };
}

/**
 * What is told of what was found. An erasure concerns all appeals of a person, so counts are of all; of what
 * they are about only somebody who sees all appeals is told.
 */
const toldTo = ({ scope }: Person, found: Found): Found =>
  scope?.clauses.length === 0 ? found : { ...found, newest: null };

/** `POST /api/erasures`: finds a person's appeals, and erases them once that is confirmed. */
export function answerErasure(context: Context): RequestHandler {
  return async (request, response) => {
    const { caller, ids = [], grade, reason, confirm } = await readBody(request, erasureRequest);
    const sought: Sought = caller === undefined ? { ids } : { caller };
    response.set('Cache-Control', 'private, no-store');
    const erasures = erasuresOf(context);
    const person = await context.personOf(request);
    const kept = keptOf(context, sought);
    if (confirm) {
      await writeDown(context, person, { event: 'appeals-erased', detail: { ...kept, grade, reason } });
      const erasure = await erasures.begin({ sought, grade, reason, who: person.name });
      response.status(erasure ? 202 : 200).json({ found: null, erasure } satisfies ErasureAnswer);
      return;
    }
    const found = await erasures.find(sought);
    const { appeals, rejected } = found;
    await writeDown(context, person, { event: 'appeals-sought', detail: { ...kept, appeals, rejected } });
    response.json({ found: toldTo(person, found), erasure: null } satisfies ErasureAnswer);
  };
}
