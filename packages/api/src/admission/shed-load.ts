import type { RequestHandler } from 'express';
import { LRUCache } from 'lru-cache';
import { bypassesCache, isConditional } from '../cache/cached-answer.ts';
import { securityHeaders } from '../guard/security-headers.ts';
import { bodyOf, busy, problemType } from '../problems/problem.ts';
import type { Admission } from './admission.ts';
import { weightOf } from './weight-of.ts';

/** Addresses kept in mind; each screen of each district has some twenty. */
const mostAdmitted = 4096;

/** As text, which leaves together with the headers. */
const refusal = bodyOf(busy);
const headers = {
  ...securityHeaders,
  'Content-Type': problemType,
  'Content-Length': Buffer.byteLength(refusal),
  'Retry-After': '2',
};

/**
 * Load shedding: refuses questions while the queue of their weight is full, before any work is done for
 * them. Conditional requests and known addresses pass even then: their answers are probably cached or in
 * flight.
 * @param refused is called for each refusal
 */
export function shedLoad(questions: Admission, refused: () => void): RequestHandler {
  const admitted = new LRUCache<string, true>({ max: mostAdmitted });
  return (request, response, next) => {
    const address = request.originalUrl;
    const [name = ''] = request.baseUrl.split('/').slice(-1);
    if (!questions.isFull(weightOf(name))) {
      if (!bypassesCache(request)) admitted.set(address, true);
      next();
      return;
    }
    if (isConditional(request) || (admitted.has(address) && !bypassesCache(request))) {
      next();
      return;
    }
    refused();
    response.writeHead(busy.status, headers).end(refusal);
  };
}
