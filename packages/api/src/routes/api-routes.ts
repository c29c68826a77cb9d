import {
  alarms,
  backlog,
  change,
  clusters,
  findings,
  growth,
  hotspots,
  places,
  rates,
  repeats,
  ripeness,
  trend,
} from '@hotline-atlas/judgement';
import { type RequestHandler, Router } from 'express';
import type { Context } from '../context/context.ts';
import { gate } from '../context/gate.ts';
import { evaluationCourse } from '../evaluation/course-judgement.ts';
import { integrity } from '../evaluation/integrity.ts';
import { evaluation } from '../evaluation/judgement.ts';
import { createMonthsReader } from '../evaluation/months.ts';
import { unitEvaluation } from '../evaluation/unit.ts';
import { openapiPaths } from '../openapi/document.ts';
import type { Paths } from '../openapi/operation.ts';
import { NotFound, WrongMethod } from '../problems/failures.ts';
import {
  answerAccountChange,
  answerAccounts,
  answerAccountToAdd,
  answerInvitationToMake,
} from './access/accounts-route.ts';
import { answerAudit, answerAuditCheck } from './access/audit-route.ts';
import { answerSession } from './access/session-route.ts';
import {
  answerInvitation,
  answerInvitationCheck,
  answerPassword,
  answerSecondFactor,
  answerSecondFactorConfirm,
  answerSecondFactorRemoval,
  answerSignIn,
  answerSignOut,
} from './access/sign-in-route.ts';
import { answerSignOn, answerSignOnCallback } from './access/single-sign-on-route.ts';
import { answerTokenRemoval, answerTokens, answerTokenToMake } from './access/tokens-route.ts';
import { answerQuestions } from './answers-route.ts';
import { answerAppeals } from './appeals-route.ts';
import { answerAreas } from './areas-route.ts';
import { answerBulletin } from './documents/bulletin-route.ts';
import { answerLetter } from './documents/letter-route.ts';
import { answerSheet } from './documents/sheet-route.ts';
import { answerErasure, answerErasures } from './erasures-route.ts';
import { monthRoutes } from './evaluation/month-route.ts';
import { objectionRoutes } from './evaluation/objections-route.ts';
import { answerEvaluationJudgement } from './evaluation-judgement-route.ts';
import { answerEvaluationSchemes } from './evaluation-schemes-route.ts';
import { answerExportAbout } from './export/export-about-route.ts';
import { answerExport } from './export/export-route.ts';
import { answerFind } from './find-route.ts';
import { answerHealth } from './health-route.ts';
import { answerJudgement } from './judgement-route.ts';
import { keptRoutes } from './kept/kept-routes.ts';
import { answerMeta } from './meta-route.ts';
import { routesOfMonthlyTopics } from './monthly-topics/monthly-topic-routes.ts';
import { answerOpenapi } from './openapi-route.ts';
import { answerQuery } from './query-route.ts';
import { answerRelatedAppeals } from './related-route.ts';
import type { Method, Routing } from './routing.ts';

/** An address as OpenAPI writes it. */
const described = (path: string): string => `/api${path.replace(/:(\w+)/g, '{$1}')}`;

function requirementsOf(paths: Paths, method: Method, path: string) {
  const operation = paths[described(path)]?.[method];
  if (!operation)
    throw new Error(`${method} ${path} is not described: openapiPaths has to say who may use it`);
  return operation['x-permission'];
}

/** An export is not begun to be told its head. */
const withoutHead: ReadonlySet<string> = new Set([
  '/export',
  '/evaluation/sheet',
  '/evaluation/bulletin',
  '/evaluation/letter',
]);

function allowedOn(path: string, methods: ReadonlySet<Method>): string[] {
  const names = [...methods].map((method) => method.toUpperCase());
  return methods.has('get') && !withoutHead.has(path) ? [...names, 'HEAD'] : names;
}

/** Refuses what an address is not asked with. */
const refuseMethod =
  (allowed: readonly string[]): RequestHandler =>
  ({ method }) => {
    throw new WrongMethod(`This is asked with ${allowed.join(' or ')}, not with ${method}.`, allowed);
  };

function evaluationRoutes({ on }: Routing, context: Context): void {
  const months = createMonthsReader(context.store, context.city);
  on('get', '/evaluation', answerEvaluationJudgement(context, months, evaluation));
  on('get', '/evaluation/course', answerEvaluationJudgement(context, months, evaluationCourse));
  on('get', '/evaluation/schemes', answerEvaluationSchemes(context));
  on('get', '/evaluation/sheet', answerSheet(context, months));
  on('get', '/evaluation/bulletin', answerBulletin(context, months));
  on('get', '/evaluation/letter', answerLetter(context, months));
  on('get', '/evaluation/unit', answerEvaluationJudgement(context, months, unitEvaluation));
  const month = monthRoutes(context, months);
  on('get', '/evaluation/month', month.show);
  on('post', '/evaluation/month/step', month.step);
  const objections = objectionRoutes(context, months);
  on('get', '/evaluation/objections', objections.list);
  on('post', '/evaluation/objections', objections.create);
  on('post', '/evaluation/objections/:id/decision', objections.decide);
  on('post', '/evaluation/objections/:id/withdrawal', objections.withdraw);
  on('get', '/evaluation/objections/:id/history', objections.history);
}

function questionRoutes({ on }: Routing, context: Context): void {
  on('get', '/health', answerHealth(context));
  on('get', '/meta', answerMeta(context));
  on('get', '/query', answerQuery(context));
  on('get', '/answers', answerQuestions(context));
  on('get', '/areas', answerAreas(context));
  on('get', '/appeals', answerAppeals(context));
  on('get', '/appeals/:id/related', answerRelatedAppeals(context));
  on('get', '/find', answerFind(context));
  on('get', '/export', answerExport(context));
  on('get', '/export/about', answerExportAbout(context));
  on('get', '/hotspots', answerJudgement(context, hotspots));
  on('get', '/alarms', answerJudgement(context, alarms));
  on('get', '/backlog', answerJudgement(context, backlog));
  on('get', '/change', answerJudgement(context, change));
  on('get', '/clusters', answerJudgement(context, clusters));
  on('get', '/evaluation/integrity', answerJudgement(context, integrity));
  on('get', '/findings', answerJudgement(context, findings));
  on('get', '/places', answerJudgement(context, places));
  on('get', '/growth', answerJudgement(context, growth));
  on('get', '/rates', answerJudgement(context, rates));
  on('get', '/repeats', answerJudgement(context, repeats));
  on('get', '/ripeness', answerJudgement(context, ripeness));
  on('get', '/trend', answerJudgement(context, trend));
  on('get', '/openapi.json', answerOpenapi(context));
}

function accessRoutes({ on }: Routing, context: Context): void {
  on('get', '/session', answerSession(context));
  on('post', '/sign-in', answerSignIn(context));
  on('post', '/sign-out', answerSignOut(context));
  on('get', '/sign-in/sso/:provider', answerSignOn(context));
  on('get', '/auth/callback/:provider', answerSignOnCallback(context));
  on('post', '/invitation', answerInvitation(context));
  on('post', '/invitation/check', answerInvitationCheck(context));
  on('post', '/password', answerPassword(context));
  on('post', '/second-factor', answerSecondFactor(context));
  on('delete', '/second-factor', answerSecondFactorRemoval(context));
  on('post', '/second-factor/confirm', answerSecondFactorConfirm(context));
  on('get', '/tokens', answerTokens(context));
  on('post', '/tokens', answerTokenToMake(context));
  on('delete', '/tokens/:id', answerTokenRemoval(context));
  on('get', '/accounts', answerAccounts(context));
  on('post', '/accounts', answerAccountToAdd(context));
  on('patch', '/accounts/:name', answerAccountChange(context));
  on('post', '/accounts/:name/invitation', answerInvitationToMake(context));
  on('get', '/audit', answerAudit(context));
  on('get', '/audit/check', answerAuditCheck(context));
}

function erasureRoutes({ on }: Routing, context: Context): void {
  on('get', '/erasures', answerErasures(context));
  on('post', '/erasures', answerErasure(context));
}

/** Addresses with a name before those with a part that may be anything: `/x/name` is not an `/x/:id`. */
const namedFirst = <Answers>(answersOf: ReadonlyMap<string, Answers>): [string, Answers][] =>
  [...answersOf].sort(([one], [other]) => Number(one.includes(':')) - Number(other.includes(':')));

/**
 * Every address under `/api`. A route that the description of the API does not name is a defect, told when
 * the server starts: nobody could say who may use it.
 */
export function apiRoutes(context: Context): Router {
  const router = Router();
  const paths: Paths = openapiPaths();
  const answersOf = new Map<string, Map<Method, RequestHandler>>();
  const on: Routing['on'] = (method, path, answer) => {
    const answers = answersOf.get(path) ?? new Map();
    answersOf.set(path, answers.set(method, answer));
  };
  for (const path of withoutHead) router.head(path, refuseMethod(['GET']));
  questionRoutes({ on }, context);
  evaluationRoutes({ on }, context);
  keptRoutes({ on }, context);
  routesOfMonthlyTopics({ on }, context);
  accessRoutes({ on }, context);
  erasureRoutes({ on }, context);
  for (const [path, answers] of namedFirst(answersOf)) {
    for (const [method, answer] of answers)
      router[method](path, gate(context, requirementsOf(paths, method, path)), answer);
    router.all(path, refuseMethod(allowedOn(path, new Set(answers.keys()))));
  }
  router.use(({ originalUrl }) => {
    throw new NotFound(`There is no ${originalUrl.split('?')[0]}; /api/openapi.json lists what there is.`);
  });
  return router;
}
