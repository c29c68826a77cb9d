import { candidates } from '@hotline-atlas/judgement';
import type { Context } from '../../context/context.ts';
import { answerJudgement } from '../judgement-route.ts';
import type { Routing } from '../routing.ts';
import { answerMonthlyTopicEffect } from './effect-route.ts';
import { monthlyTopicRoutes } from './monthly-topics-route.ts';

/** Every route of topics of the month. */
export function routesOfMonthlyTopics({ on }: Routing, context: Context): void {
  const topics = monthlyTopicRoutes(context);
  on('get', '/monthly-topics/candidates', answerJudgement(context, candidates));
  on('get', '/monthly-topics', topics.list);
  on('post', '/monthly-topics', topics.create);
  on('get', '/monthly-topics/:id', topics.read);
  on('put', '/monthly-topics/:id', topics.change);
  on('delete', '/monthly-topics/:id', topics.remove);
  on('post', '/monthly-topics/:id/restore', topics.restore);
  on('get', '/monthly-topics/:id/history', topics.history);
  on('get', '/monthly-topics/:id/effect', answerMonthlyTopicEffect(context));
}
