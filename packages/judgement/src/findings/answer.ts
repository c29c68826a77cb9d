import type { City } from '@hotline-atlas/city';
import type { Answer, Change, FindingSentence, Findings } from '@hotline-atlas/model';
import { notice } from '@hotline-atlas/query';
import { judgementMeta } from '../answer/judgement-meta.ts';
import type { JudgementRun } from '../series/judgement-run.ts';
import { changed, figure } from './figure.ts';
import { findingsMethod } from './method.ts';
import { nameOf } from './names.ts';
import { periodAsked, type Reading, readChange, readFigures } from './read.ts';
import type { FindingsQuestion } from './request.ts';
import { volumeSentence } from './volume.ts';

function volumeOf(counted: Answer, change: Change, other: Change, reading: Reading): FindingSentence {
  const { period, compare } = reading;
  const { days } = counted.meta.covered;
  const appeals = Number(counted.rows[0]?.appeals ?? 0);
  const otherCompare = compare === 'year' ? 'previous' : 'year';
  const of = (name: string, { whole }: Change, compared: typeof compare) =>
    whole && changed({ name, metric: 'appeals', period, compare: compared }, whole);
  const beside = of('appeals_other', other, otherCompare);
  return volumeSentence(
    {
      perDay: figure({
        ...{ name: 'appeals_a_day', metric: 'appeals', unit: 'per_day', period },
        ...{ value: days > 0 ? appeals / days : 0, numerator: appeals, denominator: days },
      }),
      total: { appeals, days },
      main: of('appeals', change, compare),
      other: beside && {
        figure: beside,
        compared: { compare: otherCompare, period, before: other.meta.compared_period },
      },
      expected: null,
    },
    { compare, period, before: change.meta.compared_period },
  );
}

/** `GET /api/findings`. */
export async function answerFindings(
  question: FindingsQuestion,
  city: City,
  run: JudgementRun,
): Promise<Findings> {
  const { compare, place } = question;
  const period = periodAsked(question, run);
  const reading: Reading = { run, city, where: question.selection.where, period, compare };
  const [counted, change, other] = await Promise.all([
    readFigures(reading, { metrics: ['appeals'], by: [] }),
    readChange(reading, { metric: 'appeals', by: null }),
    readChange(reading, { metric: 'appeals', by: null, compare: compare === 'year' ? 'previous' : 'year' }),
  ]);
  const { covered } = counted.meta;
  const read = [counted.meta, change.meta, other.meta].map((meta) => ({
    ...{ series: [], source: meta.source },
    ...{ rowsRead: meta.rows_read ?? 0, milliseconds: meta.milliseconds },
  }));
  const isEmpty = covered.days === 0 || Number(counted.rows[0]?.appeals ?? 0) === 0;
  return {
    meta: {
      ...judgementMeta(run.history, city.time_zone, { period, incomplete: change.meta.incomplete }, read, 0),
      place: place && { ...place, label: nameOf(place.dimension, place.value, city) },
      ...{ compare, compared_period: change.meta.compared_period, covered },
    },
    sentences: isEmpty ? [] : [volumeOf(counted, change, other, reading)],
    ask: [],
    looked_at: { en: 'Nobody was looked for yet.', zh: '尚未查找。' },
    method: findingsMethod({ sentences: 1 }),
    notice: isEmpty ? notice(covered.days === 0 ? 'no_days' : 'no_data') : null,
  };
}
