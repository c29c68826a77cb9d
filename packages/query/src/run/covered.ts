import {
  type Answer,
  type Covered,
  daysBetween,
  daysIn,
  difference,
  intersection,
  type LeftOut,
  type MetricName,
  type Notice,
  needsDueTimes,
  openCountOf,
  overlap,
  type Paired,
  type Period,
} from '@hotline-atlas/model';
import type { History } from '../plan/history.ts';
import type { Plan } from '../plan/plan.ts';
import { standingOf } from '../plan/standing.ts';
import { notice } from './notices.ts';

const lengthOf = ({ from, to }: Period): number => daysBetween(from, to);

/** The parts of a period that have no value or are not whole, and why; each day once. */
function leftOutOf({ period, without }: Plan, { span, coverage }: History): LeftOut[] {
  const found: LeftOut[] = [];
  let left = [period];
  const take = (of: Omit<LeftOut, 'from' | 'to'>, spans: readonly Period[]) => {
    const own = intersection(left, spans);
    left = difference(left, own);
    found.push(...own.map((each) => ({ ...each, ...of })));
  };
  for (const { label, ...regime } of without) take({ reason: 'regime', label }, [regime]);
  take({ reason: 'before_data' }, [{ from: period.from, to: span.from }]);
  take({ reason: 'after_data' }, [{ from: span.to, to: period.to }]);
  take({ reason: 'gap' }, coverage.gaps);
  take({ reason: 'under_way' }, coverage.underWay ? [coverage.underWay] : []);
  return found.sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** The days that are compared; null where the question compares nothing. */
function pairedOf({ comparison, period }: Plan): Paired | null {
  if (!comparison) return null;
  const { days, paired, weights, leftOut } = comparison;
  return {
    days,
    of: lengthOf(period),
    spans: paired.now,
    before: paired.before,
    adjusted: weights ? 'weekdays' : 'none',
    left_out: leftOut,
  };
}

/** Which days of its period an answer covers, and which are compared. */
export function coveredOf(plan: Plan, history: History): Covered {
  const { period } = plan;
  const { covered } = standingOf(plan.without, history);
  const spans = covered.flatMap((span) => overlap(span, period) ?? []);
  return {
    days: daysIn(spans),
    of: lengthOf(period),
    spans,
    left_out: leftOutOf(plan, history),
    paired: pairedOf(plan),
  };
}

/** Whether a metric is told by due times. */
const isByDueTimes = (metric: MetricName): boolean => {
  const which = openCountOf(metric);
  return which !== null && needsDueTimes(which);
};

/** Why nothing of what is due is known: no open order has a due time. Null where it is, or was not asked. */
export function limitsUnknown(metrics: readonly MetricName[], rows: Answer['rows']): Notice | null {
  const due = metrics.filter(isByDueTimes);
  const isUnknown =
    due.length > 0 && rows.length > 0 && rows.every((row) => due.every((each) => row[each] === null));
  return isUnknown ? notice('no_limits') : null;
}

/** What a reader has to know before the figures. */
export function noticeOf({ hasDays, comparison }: Plan): Notice | null {
  if (!hasDays) return notice('no_days');
  return comparison && comparison.days === 0 ? notice('nothing_to_compare') : null;
}
