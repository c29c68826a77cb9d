import type { City } from '@hotline-atlas/city';
import {
  type Answer,
  type Bilingual,
  type Change,
  type DimensionName,
  earlier,
  type FindingAsk,
  type FindingSentence,
  type Findings,
  type Period,
} from '@hotline-atlas/model';
import { notice } from '@hotline-atlas/query';
import { judgementMeta } from '../answer/judgement-meta.ts';
import type { JudgementRun } from '../series/judgement-run.ts';
import type { ReadSeries } from '../series/read-series.ts';
import { askOfGrowth } from './ask-growth.ts';
import { askOfOutcome } from './ask-outcome.ts';
import { type AskedOfRates, asksOfRates } from './ask-rates.ts';
import { backlogSentence } from './backlog.ts';
import { askOfBacklog, type Backlog, readBacklog, withOpen } from './find-backlog.ts';
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
  backlog: Backlog | null;
}

/** The days of a period that are over: appeals a day are of them. All of it where none is. */
function daysOver({ period, run }: Reading): Period {
  const to = earlier(period.to, run.history.completeTo);
  return to > period.from ? { from: period.from, to } : period;
}

/** Reads in turn what belongs together, so that one question does not take the whole engine. */
async function readAll(place: Place | null, reading: Reading): Promise<Read> {
  const { compare, city } = reading;
  const [counted, moved, other] = await Promise.all([
    readFigures({ ...reading, period: daysOver(reading) }, { metrics: ['appeals'], by: [] }),
    readChange(reading, { metric: 'appeals', by: movingGroups(place, city), season: true }),
    readChange(reading, { metric: 'appeals', by: null, compare: compare === 'year' ? 'previous' : 'year' }),
  ]);
  const rates = await readRateChanges(place, reading);
  const low = await asksOfRates(reading);
  return { counted, moved, other, rates, low, backlog: await readBacklog(reading) };
}

const isSure = ({ mark }: FindingSentence): boolean => mark === 'beyond_chance' || mark === 'provisional';

/** As many as there is room for beside the first, those beyond chance before others, in their order. */
function weightiest(sentences: readonly FindingSentence[]): FindingSentence[] {
  const kept = [...sentences.filter(isSure), ...sentences.filter((each) => !isSure(each))].slice(0, most - 1);
  return sentences.filter((each) => kept.includes(each));
}

async function sentencesOf(read: Read, place: Place | null, reading: Reading): Promise<FindingSentence[]> {
  const perDay = perDayOf(read.counted, reading);
  const [expected, mover, outcome] = await Promise.all([
    readExpected(reading, perDay),
    moverOf(read.moved, place, reading),
    outcomeOf(read.rates, reading),
  ]);
  const volume = volumeOf(perDay, expected, { main: read.moved, other: read.other }, reading);
  const [late] = read.backlog?.late ?? [];
  const others = [mover, outcome, late ? backlogSentence(late) : null];
  return [volume, ...weightiest(others.flatMap((each) => each ?? []))];
}

/** Whom to ask, each once, three at the most. */
async function asksOf({ moved, rates, low, backlog }: Read, reading: Reading): Promise<FindingAsk[]> {
  const growth = await askOfGrowth(moved, reading);
  const fallen = await askOfOutcome(changedRates(rates), reading);
  const late = askOfBacklog(backlog, reading);
  const all = [late, growth, fallen, ...low.asks].flatMap((each) => each ?? []);
  const names = all.map(({ about }) => `${about.dimension}:${about.value}`);
  const first = all.filter((_, at) => names.indexOf(names[at] ?? '') === at).slice(0, most);
  return backlog ? Promise.all(first.map((each) => withOpen(each, reading))) : first;
}

function lookedAt({ moved, rates, low }: Read, { city }: Reading): Bilingual {
  const groups = (change: Change | undefined) =>
    change?.meta.by
      ? {
          count: namedGroups(change).filter(({ p }) => p !== null).length,
          by: change.meta.by,
        }
      : null;
  const counted = (count: number, by: DimensionName, en: string, zh: string): Bilingual | null => {
    const name = groupsName(by, city, count);
    return count > 0
      ? {
          en: `${written(count, 'count')} ${name.en} for ${en}`,
          zh: `${written(count, 'count')}${name.zh}${zh}`,
        }
      : null;
  };
  const [topics, areas] = [groups(moved), groups(rates[0]?.change)];
  const parts = [
    topics && counted(topics.count, topics.by, 'growth', '是否增长'),
    areas && counted(areas.count, areas.by, 'falling rates', '比率是否下降'),
    counted(low.judged, 'unit', 'rates below what is expected', '比率是否低于预期'),
  ];
  const told = detailOf(parts.some(Boolean) ? parts : [{ en: 'nothing large enough', zh: '样本均过少' }]);
  return { en: `Looked at: ${told.en}`, zh: `检验范围：${told.zh}` };
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
  const { compare, place, selection, now } = question;
  const period = periodAsked(question, run);
  const reading: Reading = { run, city, where: selection.where, period, compare, now };
  const read = await readAll(place, reading);
  const { counted, moved, other, rates, low } = read;
  const isEmpty = Number(counted.rows[0]?.appeals ?? 0) === 0 || counted.meta.covered.days === 0;
  const sentences = isEmpty ? [] : await sentencesOf(read, place, reading);
  const ask = isEmpty ? [] : await asksOf(read, reading);
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
      due_at: read.backlog?.answer.meta.due_at ?? null,
    },
    sentences,
    ask,
    looked_at: lookedAt(read, reading),
    method: findingsMethod({ appeals: Number(counted.rows[0]?.appeals ?? 0), sentences: sentences.length }),
    notice: isEmpty ? notice(covered.days === 0 ? 'no_days' : 'no_data') : null,
  };
}
