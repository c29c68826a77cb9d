import type { Database } from '@hotline-atlas/clickhouse';
import {
  type Answer,
  type Change,
  earlier,
  type FindingAsk,
  type FindingSentence,
  type Period,
} from '@hotline-atlas/model';
import { type AnswerCache, createAnswerCache } from '@hotline-atlas/query';
import { askOfGrowth } from './ask-growth.ts';
import { askOfOutcome } from './ask-outcome.ts';
import { type AskedOfRates, asksOfRates } from './ask-rates.ts';
import { moverOf } from './find-mover.ts';
import { changedRates, outcomeOf, type RateChange, readRateChanges } from './find-outcome.ts';
import { perDayOf, readExpected, volumeOf } from './find-volume.ts';
import { movingGroups } from './groups.ts';
import { type Reading, readChange, readFigures } from './read.ts';
import type { Place } from './request.ts';

/** What is found of the appeals of a period, whatever is open at the moment. */
export interface PeriodFindings {
  counted: Answer;
  moved: Change;
  other: Change;
  rates: RateChange[];
  low: AskedOfRates;
  /** The sentence on the number of appeals; null where there are none. */
  volume: FindingSentence | null;
  /** The other sentences, in their order. */
  sentences: FindingSentence[];
  /** Whom to ask, in their order. */
  asks: FindingAsk[];
  /** Whether there are any appeals. */
  isEmpty: boolean;
}

/** The days of a period that are over: appeals a day are of them. All of it where none is. */
function daysOver({ period, run }: Reading): Period {
  const to = earlier(period.to, run.history.completeTo);
  return to > period.from ? { from: period.from, to } : period;
}

type Read = Pick<PeriodFindings, 'counted' | 'moved' | 'other' | 'rates' | 'low'>;

/** Reads in turn what belongs together, so that one question does not take the whole engine. */
async function readAll(place: Place | null, reading: Reading): Promise<Read> {
  const { compare, city } = reading;
  const [counted, moved, other] = await Promise.all([
    readFigures({ ...reading, period: daysOver(reading) }, { metrics: ['appeals'], by: [] }),
    readChange(reading, { metric: 'appeals', by: movingGroups(place, city), season: true }),
    readChange(reading, { metric: 'appeals', by: null, compare: compare === 'year' ? 'previous' : 'year' }),
  ]);
  const rates = await readRateChanges(place, reading);
  return { counted, moved, other, rates, low: await asksOfRates(reading) };
}

async function findPeriod(place: Place | null, reading: Reading): Promise<PeriodFindings> {
  const read = await readAll(place, reading);
  const { counted, moved, other, rates, low } = read;
  if (Number(counted.rows[0]?.appeals ?? 0) === 0 || counted.meta.covered.days === 0)
    return { ...read, volume: null, sentences: [], asks: [], isEmpty: true };
  const perDay = perDayOf(counted, reading);
  const [expected, mover, outcome] = await Promise.all([
    readExpected(reading, perDay),
    moverOf(moved, place, reading),
    outcomeOf(rates, reading),
  ]);
  const growth = await askOfGrowth(moved, reading);
  const fallen = await askOfOutcome(changedRates(rates), reading);
  return {
    ...read,
    volume: volumeOf(perDay, expected, { main: moved, other }, reading),
    sentences: [mover, outcome].flatMap((each) => each ?? []),
    asks: [growth, fallen, ...low.asks].flatMap((each) => each ?? []),
    isEmpty: false,
  };
}

interface Cached {
  found: PeriodFindings;
  /** About how many bytes it takes. */
  length: number;
}

const room = 24_000_000;

const caches = new WeakMap<Database, AnswerCache<Cached>>();

function cacheOf(database: Database): AnswerCache<Cached> {
  const known = caches.get(database) ?? createAnswerCache<Cached>(room);
  caches.set(database, known);
  return known;
}

/**
 * What is found of a period, from a cache by scope and version of the data: which orders are open is asked
 * anew every minute, and the rest stays true meanwhile.
 * @returns with whether it was read now
 */
export async function readPeriod(
  place: Place | null,
  reading: Reading,
): Promise<{ found: PeriodFindings; isRead: boolean }> {
  const { run, city, where, period, compare } = reading;
  const { version, published } = run.history.publication;
  const asked = [city.code, version, published, run.history.span, run.scope, where, period, compare];
  let isRead = false;
  const { found } = await cacheOf(run.database).answer(JSON.stringify(asked), run.signal, async (signal) => {
    isRead = true;
    const made = await findPeriod(place, { ...reading, run: { ...run, signal } });
    return { found: made, length: JSON.stringify(made).length };
  });
  return { found, isRead };
}
