import type { RequestHandler, Response } from 'express';
import { asksAfresh, isConditional } from '../cache/kept-answer.ts';
import { securityHeaders } from '../guard/security-headers.ts';
import { bodyOf, busy, problemType } from '../problems/problem.ts';
import type { Admission } from './admission.ts';

/** Addresses remembered; each screen of each district is some twenty. */
const mostRemembered = 4096;

/** Remembers the newest of what it was told. */
function createMemory(most: number) {
  const known = new Set<string>();
  return {
    has: (each: string) => known.has(each),
    add: (each: string) => {
      known.delete(each);
      known.add(each);
      const [oldest] = known;
      if (known.size > most && oldest !== undefined) known.delete(oldest);
    },
  };
}

/** As text, which leaves together with the headers. */
const refusal = bodyOf(busy);
const headers = {
  ...securityHeaders,
  'Content-Type': problemType,
  'Content-Length': Buffer.byteLength(refusal),
  'Retry-After': '2',
};

/** Milliseconds a refusal may wait for others. */
const longestWait = 50;

/** Sends refusals, all of a moment at once: each by itself would wake up both sides, which takes longer than writing it. */
function createRefusals(): (response: Response) => void {
  let waiting: Response[] = [];
  const send = () => {
    const all = waiting;
    waiting = [];
    for (const response of all) response.writeHead(busy.status, headers).end(refusal);
  };
  return (response) => {
    if (waiting.push(response) === 1) setTimeout(send, longestWait);
  };
}

/**
 * Turns away questions for which there is no room, before anything is made of them: in a rush most are turned away, on the
 * processors of those who are answered. Whoever may hold an answer already, and whatever was let in before and may be kept or
 * under way, is let in: that takes no room.
 * @param refused told of each who was turned away
 */
export function turnAwayWhenFull(questions: Admission, refused: () => void): RequestHandler {
  const letIn = createMemory(mostRemembered);
  const refuse = createRefusals();
  return (request, response, next) => {
    const address = request.originalUrl;
    if (!questions.isFull()) {
      if (!asksAfresh(request)) letIn.add(address);
      next();
      return;
    }
    if (isConditional(request) || (letIn.has(address) && !asksAfresh(request))) {
      next();
      return;
    }
    refused();
    refuse(response);
  };
}
