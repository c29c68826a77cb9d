import { answerCandidates, type CandidatesQuestion } from '@hotline-atlas/judgement';
import { type MonthlyTopicContent, usualDominance } from '@hotline-atlas/model';
import type { CandidatesToFreeze } from '@hotline-atlas/store';
import type { Response } from 'express';
import { ask } from '../../context/ask.ts';
import { type Asker, answerSignal } from '../../context/asker.ts';
import type { Context } from '../../context/context.ts';
import { readyHistory } from '../../context/request.ts';
import { districtOf } from './seen.ts';

/** The candidates of a topic as they are now, to be kept. */
export async function candidatesToFreeze(
  context: Context,
  asker: Asker,
  content: MonthlyTopicContent,
  response: Response,
): Promise<CandidatesToFreeze> {
  const { city, database } = context;
  const { scope } = asker;
  const district = districtOf(content);
  const question: CandidatesQuestion = {
    ...{ month: content.month, level: content.level, district, order: 'volume' },
    criteria: [...usualDominance],
  };
  const history = await readyHistory(context, scope);
  const tables = await context.tables();
  const signal = answerSignal(context, asker, response);
  const candidates = await ask(context, { history, scope }, signal, (current) =>
    answerCandidates(question, city, { database, history: current, city, tables, scope, signal }),
  );
  return {
    candidates: JSON.stringify(candidates),
    version: candidates.meta.as_of.version,
    district,
  };
}
