import {
  checkParameterNames,
  type ObjectionHistory,
  objectionStates,
  parseName,
  parseText,
} from '@hotline-atlas/model';
import { objectionContent, objectionDecision, objectionWithdrawal } from '@hotline-atlas/model/wire';
import {
  decideObjection,
  makeObjection,
  objectionRevisions,
  readObjection,
  withdrawObjection,
} from '@hotline-atlas/store';
import type { Request, RequestHandler } from 'express';
import type { Context } from '../../context/context.ts';
import { readBody } from '../../context/read-body.ts';
import { parametersOf } from '../../context/request.ts';
import { writeDown } from '../../context/write-down.ts';
import type { EvaluationMonths } from '../../evaluation/months.ts';
import { monthOf } from '../../evaluation/request.ts';
import { keptId } from '../kept/kept-id.ts';
import { onMonth } from './evaluation-run.ts';
import { todayIn } from './month-today.ts';
import { checkedEffect, decisionTold, objectionsTold } from './objection-told.ts';
import { checkSeen, groupAndOrder, objectionsSeen } from './orders-of-objections.ts';

const parameters = ['month', 'state', 'order'];

/** As many are told at once, the newest. */
const most = 2000;

function filtersOf(request: Request) {
  const raw = parametersOf(request);
  checkParameterNames(raw, parameters);
  const state = parseText(raw, 'state');
  return {
    month: monthOf(raw),
    state: state === undefined ? null : parseName('state', state, objectionStates),
    order: parseText(raw, 'order') ?? null,
  };
}

/** The routes of objections. */
export function objectionRoutes(context: Context, readMonths: () => Promise<EvaluationMonths>) {
  const { store, city } = context;
  const on = onMonth(context, readMonths);

  const list: RequestHandler = async (request, response) => {
    const { month, state, order } = filtersOf(request);
    const told = await on(request, response, month, async (run) => {
      const seen = await objectionsSeen(run, run.months.objections(run.month));
      const wanted = seen
        .filter((each) => state === null || each.state === state)
        .filter((each) => order === null || each.order_number === order);
      const counts = { open: 0, upheld: 0, rejected: 0, withdrawn: 0 };
      for (const each of seen) counts[each.state] += 1;
      return {
        ...{ month: run.month, counts, limited: wanted.length > most },
        objections: await objectionsTold(run, wanted.slice(0, most)),
      };
    });
    response.set('Cache-Control', 'private, no-store').json(told);
  };

  const create: RequestHandler = async (request, response) => {
    const { month, ...content } = await readBody(request, objectionContent);
    const told = await on(request, response, month, async (run) => {
      const dimension = await groupAndOrder(run, content);
      const { group, order, ...rest } = content;
      const { name: who } = run.asker.person;
      const asked = {
        ...rest,
        city: city.code,
        month,
        who,
        dimension,
        group_name: group,
        order_number: order,
      };
      const made = await makeObjection(store, asked, todayIn(city));
      await writeDown(context, run.asker.person, {
        event: 'objection-made',
        subject: made.id,
        detail: { month, group, unit: made.unit, reason: made.reason },
      });
      return objectionsTold(run, [made]);
    });
    response.set('Cache-Control', 'private, no-store').json(told[0]);
  };

  const decide: RequestHandler = async (request, response) => {
    const { revision, ...asked } = await readBody(request, objectionDecision);
    const decision = { ...checkedEffect(asked), decision_reason: asked.reason };
    const found = await readObjection(store, city.code, keptId(request));
    const told = await on(request, response, found.month, async (run) => {
      await checkSeen(run, found);
      const { person } = run.asker;
      const ownAllowed = person.by === 'open access';
      const { id, month } = found;
      const changing = { id, month, city: city.code, who: person.name, revision };
      const decided = await decideObjection(store, { ...changing, decision, ownAllowed });
      await writeDown(context, person, {
        event: 'objection-decided',
        subject: id,
        detail: { month, state: decided.state, effect: decided.effect, revision: decided.revision },
      });
      return objectionsTold({ ...run, months: await readMonths() }, [decided]);
    });
    response.set('Cache-Control', 'private, no-store').json(told[0]);
  };

  const withdraw: RequestHandler = async (request, response) => {
    const { revision } = await readBody(request, objectionWithdrawal);
    const found = await readObjection(store, city.code, keptId(request));
    const told = await on(request, response, found.month, async (run) => {
      await checkSeen(run, found);
      const { person } = run.asker;
      const { id, month } = found;
      const changed = await withdrawObjection(store, {
        id,
        month,
        city: city.code,
        who: person.name,
        revision,
      });
      await writeDown(context, person, { event: 'objection-withdrawn', subject: id, detail: { month } });
      return objectionsTold(run, [changed]);
    });
    response.set('Cache-Control', 'private, no-store').json(told[0]);
  };

  const history: RequestHandler = async (request, response) => {
    const found = await readObjection(store, city.code, keptId(request));
    await on(request, response, found.month, (run) => checkSeen(run, found));
    const revisions = await objectionRevisions(store, found.id);
    const told: ObjectionHistory = {
      revisions: revisions.map(({ revision, at, who, state, ...decision }) => ({
        ...{ revision, at: at.toISOString(), who, state },
        decision: decisionTold({ ...decision, state, decided_by: who, decided: at }),
      })),
    };
    response.set('Cache-Control', 'private, no-store').json(told);
  };
  return { list, create, decide, withdraw, history };
}
