import type { Evaluation, Language, Scheme, UnitEvaluation } from '@hotline-atlas/model';
import type { History } from '@hotline-atlas/query';
import { ask } from '../../context/ask.ts';
import { type Asker, readerOf } from '../../context/asker.ts';
import type { Context } from '../../context/context.ts';
import { readyHistory } from '../../context/request.ts';
import { defaultMonth } from '../../evaluation/default-month.ts';
import { evaluation } from '../../evaluation/judgement.ts';
import type { EvaluationMonths } from '../../evaluation/months.ts';
import { namesOf, type PaperSource } from '../../evaluation/paper.ts';
import { programOf } from '../../evaluation/program.ts';
import { type EvaluationQuestion, schemeIn } from '../../evaluation/request.ts';
import { rulesOf } from '../../evaluation/rules.ts';
import { unitEvaluation } from '../../evaluation/unit.ts';
import { NotFound } from '../../problems/failures.ts';
import { syntheticNotice } from '../meta-route.ts';

/** Evaluations as `GET /api/evaluation` gives them to whoever asks, all of one version of the data. */
export interface Answering {
  history: History;
  answer: (question: Partial<EvaluationQuestion>) => Promise<Evaluation>;
  /** The month of one unit in depth; null where figures are frozen, for it is told of today's data alone. */
  depthOf: (evaluation: Evaluation, unit: string) => Promise<UnitEvaluation | null>;
  /** The month that is asked for, else the newest whose rates are ripe; and its rules. */
  monthOf: (asked: string | null) => Promise<{ month: string; scheme: Scheme }>;
  /** The rules an answer was worked out by, as they were then. */
  schemeOf: (evaluation: Evaluation) => Promise<Scheme>;
}

/** Who reads the life of months. */
export type ReadMonths = () => Promise<EvaluationMonths>;

const nothingAsked: EvaluationQuestion = {
  month: null,
  group: null,
  scheme: null,
  unit: null,
  weights: null,
  as: null,
};

/** @throws NotReady while there is no data */
export async function answering(
  context: Context,
  readMonths: ReadMonths,
  asker: Asker,
  signal: AbortSignal,
): Promise<Answering> {
  const { scope } = asker;
  const { city, database } = context;
  const history = await readyHistory(context, scope);
  const tables = await context.tables();
  const reader = readerOf(context, asker);
  const months = await readMonths();
  const runOf = (current: History) => ({
    ...{ database, history: current, city, tables, scope, signal, reader, months },
  });
  return {
    history,
    answer: (question) =>
      ask(context, { history, scope, weight: 'heavy' }, signal, (current) =>
        evaluation.answer({ ...nothingAsked, ...question }, city, runOf(current)),
      ),
    async depthOf({ meta: { frozen, month, group, scheme } }, unit) {
      if (frozen) return null;
      const question = { month, group: group.name, scheme: scheme.name, unit, format: 'json' } as const;
      return ask(context, { history, scope, weight: 'heavy' }, signal, (current) =>
        unitEvaluation.answer(question, city, runOf(current)),
      );
    },
    async monthOf(asked) {
      if (city.evaluation.length === 0)
        throw new NotFound(`${city.name.en} evaluates nobody: its pack has no evaluation.yaml.`);
      const month =
        asked ??
        (await ask(context, { history, scope }, signal, (current) => defaultMonth(city, runOf(current))));
      return { month, scheme: await rulesOf(city, months, month, { scheme: null, group: null }) };
    },
    schemeOf: async ({ meta }) => {
      const frozen = meta.frozen ? await months.frozen(meta.month, meta.group.name) : null;
      return frozen?.scheme ?? schemeIn(city, meta.month, meta.scheme.name);
    },
  };
}

/** What documents of a city are made with. */
export function paperSources({
  city,
}: Context): (history: History, language: Language) => Promise<PaperSource> {
  const names = namesOf(city);
  return async ({ publication }, language) => {
    const { version, build } = await programOf();
    return {
      ...{ city, names, language, program: [version, build].filter(Boolean).join(' ') },
      synthetic: publication.synthetic ? syntheticNotice : null,
    };
  };
}
