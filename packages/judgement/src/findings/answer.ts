import type { City } from '@hotline-atlas/city';
import type { Answer, Bilingual, Change, FindingAsk, FindingSentence, Findings } from '@hotline-atlas/model';
import { notice } from '@hotline-atlas/query';
import { judgementMeta } from '../answer/judgement-meta.ts';
import type { JudgementRun } from '../series/judgement-run.ts';
import type { ReadSeries } from '../series/read-series.ts';
import { askOfGrowth } from './ask-growth.ts';
import { askOfOutcome } from './ask-outcome.ts';
import { type AskedOfRates, asksOfRates } from './ask-rates.ts';
import { moverOf } from './find-mover.ts';
import { changedRates, outcomeOf, type RateChange, readRateChanges } from './find-outcome.ts';
import { perDayOf, readExpected, volumeOf } from './find-volume.ts';
import { movingGroups, namedGroups } from './groups.ts';
import { findingsMethod } from './method.ts';
import { groupsName, nameOf } from './names.ts';
import { written } from './numbers.ts';
import { periodAsked, type Reading, readChange, readFigures } from './read.ts';
import type { FindingsQuestion, Place } from './request.ts';
import { detailOf } from './sentences.ts';

const most = 3;

/** Everything findings are chosen from. */
interface Read {
  counted: Answer;
  moved: Change;
  other: Change;
  rates: RateChange[];
  low: AskedOfRates;
}

async function readAll(place: Place | null, reading: Reading): Promise<Read> {
  const { compare, city } = reading;
  const [counted, moved, other, rates, low] = await Promise.all([
    readFigures(reading, { metrics: ['appeals'], by: [] }),
    readChange(reading, { metric: 'appeals', by: movingGroups(place, city), season: true }),
    readChange(reading, { metric: 'appeals', by: null, compare: compare === 'year' ? 'previous' : 'year' }),
    readRateChanges(place, reading),
    asksOfRates(reading),
  ]);
  return { counted, moved, other, rates, low };
}

async function sentencesOf(read: Read, place: Place | null, reading: Reading): Promise<FindingSentence[]> {
  const perDay = perDayOf(read.counted, reading);
  const [expected, mover] = await Promise.all([
    readExpected(reading, perDay),
    moverOf(read.moved, place, reading),
  ]);
  const volume = volumeOf(perDay, expected, { main: read.moved, other: read.other }, reading);
  return [volume, mover, outcomeOf(read.rates, reading)].flatMap((each) => each ?? []).slice(0, most);
}

/** Whom to ask, each once, three at the most. */
async function asksOf({ moved, rates, low }: Read, reading: Reading): Promise<FindingAsk[]> {
  const growth = await askOfGrowth(moved, reading);
  const fallen = askOfOutcome(changedRates(rates), reading);
  const all = [growth, fallen, ...low.asks].flatMap((each) => each ?? []);
  const nameOfAsk = ({ about }: FindingAsk) => `${about.dimension}:${about.value}`;
  const names = all.map(nameOfAsk);
  return all.filter((_, at) => names.indexOf(names[at] ?? '') === at).slice(0, most);
}

function lookedAt({ moved, rates, low }: Read, { city }: Reading): Bilingual {
  const groups = (change: Change | undefined) =>
    change?.meta.by
      ? {
          count: namedGroups(change).filter(({ p }) => p !== null).length,
          name: groupsName(change.meta.by, city),
        }
      : null;
  const counted = (count: number, name: Bilingual, en: string, zh: string): Bilingual | null =>
    count > 0
      ? {
          en: `${written(count, 'count')} ${name.en} for ${en}`,
          zh: `${written(count, 'count')}${name.zh}${zh}`,
        }
      : null;
  const [topics, areas] = [groups(moved), groups(rates[0]?.change)];
  const parts = [
    topics && counted(topics.count, topics.name, 'growth', '是否增长'),
    areas && counted(areas.count, areas.name, 'falling rates', '比率是否下降'),
    counted(low.judged, groupsName('unit', city), 'rates below what is expected', '比率是否低于期望'),
  ];
  const told = detailOf(parts.some(Boolean) ? parts : [{ en: 'nothing large enough', zh: '样本均过少' }]);
  return { en: `Looked at: ${told.en}`, zh: `已查看：${told.zh}` };
}

const asRead = ({
  source,
  rows_read,
  milliseconds,
}: Pick<Answer['meta'], 'source' | 'rows_read' | 'milliseconds'>) =>
  ({ series: [], source, rowsRead: rows_read ?? 0, milliseconds }) satisfies ReadSeries;

/** `GET /api/findings`. */
export async function answerFindings(
  question: FindingsQuestion,
  city: City,
  run: JudgementRun,
): Promise<Findings> {
  const { compare, place, selection } = question;
  const period = periodAsked(question, run);
  const reading: Reading = { run, city, where: selection.where, period, compare };
  const read = await readAll(place, reading);
  const { counted, moved, other, rates, low } = read;
  const isEmpty = Number(counted.rows[0]?.appeals ?? 0) === 0;
  const [sentences, ask] = isEmpty
    ? [[], []]
    : await Promise.all([sentencesOf(read, place, reading), asksOf(read, reading)]);
  const changes = [moved, other, ...rates.map(({ change }) => change)];
  const judging = changes.reduce((sum, { meta }) => sum + meta.judging_milliseconds, 0);
  const { covered } = counted.meta;
  return {
    meta: {
      ...judgementMeta(
        ...([run.history, city.time_zone, { period, incomplete: moved.meta.incomplete }] as const),
        [...[counted, ...changes].map(({ meta }) => asRead(meta)), ...low.read],
        judging,
      ),
      place: place && { ...place, label: nameOf(place.dimension, place.value, city) },
      ...{ compare, compared_period: moved.meta.compared_period, covered },
    },
    sentences,
    ask,
    looked_at: lookedAt(read, reading),
    method: findingsMethod({ appeals: Number(counted.rows[0]?.appeals ?? 0), sentences: sentences.length }),
    notice: isEmpty ? notice(covered.days === 0 ? 'no_days' : 'no_data') : null,
  };
}
