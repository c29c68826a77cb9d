import type { Evaluation, Language } from '@hotline-atlas/model';
import type { History } from '@hotline-atlas/query';
import { ask } from '../../context/ask.ts';
import { type Asker, readerOf } from '../../context/asker.ts';
import type { Context } from '../../context/context.ts';
import { readyHistory } from '../../context/request.ts';
import { evaluation } from '../../evaluation/judgement.ts';
import { namesOf, type PaperSource } from '../../evaluation/paper.ts';
import type { EvaluationQuestion } from '../../evaluation/request.ts';
import { syntheticNotice } from '../meta-route.ts';

/** Evaluations as `GET /api/evaluation` gives them to whoever asks, all of one version of the data. */
export interface Answering {
  history: History;
  answer: (question: Partial<EvaluationQuestion>) => Promise<Evaluation>;
}

const nothingAsked: EvaluationQuestion = {
  month: null,
  group: null,
  scheme: null,
  unit: null,
  weights: null,
};

/** @throws NotReady while there is no data */
export async function answering(context: Context, asker: Asker, signal: AbortSignal): Promise<Answering> {
  const { scope } = asker;
  const { city, database } = context;
  const history = await readyHistory(context, scope);
  const tables = await context.tables();
  const reader = readerOf(context, asker);
  return {
    history,
    answer: (question) =>
      ask(context, { history, scope }, signal, (current) =>
        evaluation.answer({ ...nothingAsked, ...question }, city, {
          ...{ database, history: current, city, tables, scope, signal, reader },
        }),
      ),
  };
}

/** What documents of a city are made with. */
export function paperSources({ city }: Context): (history: History, language: Language) => PaperSource {
  const names = namesOf(city);
  return ({ publication }, language) => ({
    ...{ city, names, language, program: 'Hotline Atlas' },
    synthetic: publication.synthetic ? syntheticNotice : null,
  });
}
