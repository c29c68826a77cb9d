import {
  type Answer,
  type Change,
  daysBetween,
  type FindingCompare,
  type FindingFigure,
  type FindingSentence,
  overlap,
} from '@hotline-atlas/model';
import { answerTrend } from '../trend/answer.ts';
import { changed, figure } from './figure.ts';
import { wholeMonths } from './period-words.ts';
import type { Reading } from './read.ts';
import { volumeSentence } from './volume.ts';

const usual = 0.95;

/**
 * Appeals a day that season and trend of the months before lead one to expect; null for periods that are no
 * month, months that lack days or lie in a regime, and where the months before know no season or forecast.
 */
export async function readExpected(
  { run, city, where, period }: Reading,
  perDay: FindingFigure,
): Promise<FindingFigure | null> {
  const days = daysBetween(period.from, period.to);
  const isRegime = city.regimes.some((regime) => overlap(regime, period));
  if (wholeMonths(period) !== 1 || perDay.denominator !== days || isRegime) return null;
  if (period.from <= run.history.span.from) return null;
  const withoutRegimes = city.regimes.map(({ name }) => name);
  const { forecast, seasons } = await answerTrend(
    {
      selection: { where: [...where], withoutRegimes, to: period.from },
      ...{ metric: 'appeals', grain: 'month', horizon: 1, regimes: 'bridge' },
    },
    city,
    run,
  );
  const interval = forecast?.intervals.find(({ level }) => level === usual);
  const [lower, upper] = [interval?.lower[0], interval?.upper[0]];
  if (
    seasons.length === 0 ||
    forecast?.start[0] !== period.from ||
    lower === undefined ||
    upper === undefined
  )
    return null;
  return { ...perDay, name: 'expected_a_day', lower: lower / days, upper: upper / days };
}

/** Appeals a day of the whole period. */
export function perDayOf({ meta, rows }: Answer, { period }: Reading): FindingFigure {
  const { days } = meta.covered;
  const appeals = Number(rows[0]?.appeals ?? 0);
  return figure({
    ...{ name: 'appeals_a_day', metric: 'appeals', unit: 'per_day', period },
    ...{ value: days > 0 ? appeals / days : null, numerator: appeals, denominator: days },
  });
}

/** Both sides of a change a day, of the days that are compared; null where there are none. */
function likeDaysOf({ meta, whole }: Change, { period }: Reading, compare: FindingCompare) {
  const days = meta.covered.paired?.days ?? 0;
  if (!whole || whole.now === null || whole.before === null || days === 0) return null;
  return figure({
    ...{ name: 'like_days', metric: 'appeals', unit: 'per_day', period, compare },
    ...{ value: whole.now / days, before: whole.before / days },
    ...{ change: (whole.now - whole.before) / days, change_share: whole.change_share },
    ...{ numerator: whole.now, denominator: days },
    ...{ before_numerator: whole.before, before_denominator: days },
  });
}

/** The sentence on how many appeals there are. */
export function volumeOf(
  perDay: FindingFigure,
  expected: FindingFigure | null,
  { main, other }: { main: Change; other: Change },
  reading: Reading,
): FindingSentence {
  const { period, compare } = reading;
  const otherCompare = compare === 'year' ? 'previous' : 'year';
  const isSame = main.meta.compared_period?.from === other.meta.compared_period?.from;
  const beside =
    other.whole && !isSame
      ? changed({ name: 'appeals_other', metric: 'appeals', period, compare: otherCompare }, other.whole)
      : null;
  return volumeSentence(
    {
      perDay,
      main: main.whole && changed({ name: 'appeals', metric: 'appeals', period, compare }, main.whole),
      likeDays: likeDaysOf(main, reading, compare),
      other: beside && {
        figure: beside,
        likeDays: likeDaysOf(other, reading, otherCompare),
        compared: { compare: otherCompare, period, before: other.meta.compared_period },
      },
      expected,
    },
    { compare, period, before: main.meta.compared_period },
  );
}
