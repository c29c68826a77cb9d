import {
  type Bilingual,
  type Clause,
  daysBetween,
  encodeClause,
  type FindingAsk,
  later,
  type Period,
  type RateGroups,
  type RateMetric,
  shift,
} from '@hotline-atlas/model';
import { seedOf } from '../answer/numbers.ts';
import { type Gathered, gather, inputOf, obstacle } from '../rates/gathered.ts';
import { judgeRates } from '../rates/judge.ts';
import { readRates } from '../rates/read.ts';
import { groupsOf } from '../rates/shape.ts';
import type { ReadSeries } from '../series/read-series.ts';
import { inThread } from '../threads/threads.ts';
import { figure } from './figure.ts';
import { nameOf } from './names.ts';
import { percents, written } from './numbers.ts';
import { rateWords } from './outcome.ts';
import { periodName, wholeMonths } from './period-words.ts';
import { clauseOf, level, type Reading } from './read.ts';
import { detailOf } from './sentences.ts';

/** Rates units are held to. */
const held = ['resolution_rate', 'satisfaction_rate', 'on_time_rate'] as const satisfies RateMetric[];
/** Months that are looked back: of one month most units are asked too seldom. */
const lookedBack = 12;

interface RatesFound {
  metric: RateMetric;
  groups: RateGroups | null;
  gathered: Gathered;
  read: ReadSeries;
}

const question = (metric: RateMetric, where: readonly Clause[], period: Period) => ({
  selection: { where: [...where], withoutRegimes: [], ...period },
  metric,
  by: 'unit' as const,
  expected: 'topics' as const,
  format: 'json' as const,
});

/** Judged as `/api/rates` does, without ranks: nobody is told one. */
async function judged(metric: RateMetric, { where, run }: Reading, period: Period): Promise<RatesFound> {
  const { counts, read } = await readRates(question(metric, where, period), run);
  const gathered = gather(counts);
  if (obstacle(gathered)) return { metric, groups: null, gathered, read };
  const input = inputOf(gathered, 1, seedOf(metric) >>> 1);
  const groups = groupsOf(gathered, await inThread(judgeRates, input, run.signal), level);
  return { metric, groups, gathered, read };
}

/** A unit whose rate lies truly below what is expected, and off the usual spread too. */
interface Low {
  metric: RateMetric;
  unit: string;
  rate: number;
  expected: number;
  numerator: number;
  denominator: number;
  isFar: boolean;
}

function lowIn({ metric, groups }: RatesFound): Low[] {
  if (!groups) return [];
  return groups.group.flatMap((unit, at) => {
    const [rate, expected] = [groups.rate[at] ?? Number.NaN, groups.expected[at] ?? Number.NaN];
    const [numerator, denominator] = [groups.numerator[at] ?? 0, groups.denominator[at] ?? 0];
    const place = groups.class[at];
    const standsOut = place === 'far_worse' || place === 'worse';
    if (groups.verdict[at] !== 'lower' || !standsOut) return [];
    return [{ metric, unit, rate, expected, numerator, denominator, isFar: place === 'far_worse' }];
  });
}

const missing = ({ rate, expected, denominator }: Low): number => (expected - rate) * denominator;

const byWeight = (one: Low, other: Low): number =>
  Number(other.isFar) - Number(one.isFar) || missing(other) - missing(one);

/** Over how long: of another period than the month that is read. */
function overWords(period: Period): Bilingual {
  const [months, days] = [wholeMonths(period), daysBetween(period.from, period.to)];
  if (months > 0) return { en: `Over ${months} ${months === 1 ? 'month' : 'months'}`, zh: `近${months}个月` };
  return { en: `Over ${days} days`, zh: `近${days}天` };
}

function askOf(low: Low, period: Period, { city, where }: Reading): FindingAsk {
  const { metric, unit, rate, expected, numerator, denominator } = low;
  const words = rateWords[metric];
  const [own, usual] = [percents(rate), percents(expected)];
  const [failed, all] = [written(denominator - numerator, 'count'), written(denominator, 'count')];
  const [months, over] = [periodName(period), overWords(period)];
  const of = { metric, period, dimension: 'unit', group: unit, unit: 'share' } as const;
  return {
    about: { dimension: 'unit', value: unit, label: nameOf('unit', unit, city) },
    topic: null,
    mark: 'beyond_chance',
    reason: {
      en: `${over.en}: ${words.name.en} ${own.en}, ${usual.en} expected on the same topics.`,
      zh: `${over.zh}：${words.name.zh}${own.zh}，同类事项应为${usual.zh}。`,
    },
    detail: detailOf([
      { en: `${failed} of ${all} ${words.failed.en}`, zh: `${all}件中${failed}件${words.failed.zh}` },
      { en: months.en, zh: months.zh },
    ]),
    figures: [
      figure({ ...of, name: 'rate', value: rate, numerator, denominator, mark: 'beyond_chance' }),
      figure({ ...of, name: 'expected', value: expected }),
    ],
    where: [...where, clauseOf('unit', unit)].map(encodeClause),
    period,
  };
}

/** Units that are asked because of their rates, the weightiest first, one entry a unit. */
export interface AskedOfRates {
  asks: FindingAsk[];
  /** Units that could be judged. */
  judged: number;
  read: ReadSeries[];
}

/** Looks for units whose rates lie below what is expected, over the year that ends with the period. */
export async function asksOfRates(reading: Reading): Promise<AskedOfRates> {
  if (reading.where.some(({ dimension }) => dimension === 'unit')) return { asks: [], judged: 0, read: [] };
  const { period, run } = reading;
  const from = later(shift(period.to, 'month', -lookedBack), run.history.span.from);
  const year = { from: from < period.to ? from : period.from, to: period.to };
  const all = await Promise.all(held.map((metric) => judged(metric, reading, year)));
  const low = all.flatMap(lowIn).sort(byWeight);
  const first = low.filter(({ unit }, at) => low.findIndex((each) => each.unit === unit) === at);
  const sizes = all.map(({ groups }) => groups?.verdict.filter((verdict) => verdict !== 'small').length ?? 0);
  return {
    asks: first.slice(0, 3).map((each) => askOf(each, year, reading)),
    judged: Math.max(...sizes),
    read: all.map(({ read }) => read),
  };
}
