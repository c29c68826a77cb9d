import type { Evaluation, EvaluationCourse } from '@hotline-atlas/model';

const columns = [
  ...['standing', 'rank', 'rank_first', 'rank_last', 'score', 'score_lower', 'score_upper'],
  ...['appeals', 'orders', 'excluded', 'visited'],
] as const satisfies (keyof Evaluation['units'])[];
const ofIndicator = ['numerator', 'denominator', 'rate', 'lower', 'upper', 'points'] as const;

/** Every figure of one month, as its own answer tells it. */
export function ofMonth({ units, indicators }: Evaluation): Record<string, unknown> {
  return Object.fromEntries(
    units.unit.map((unit, at) => [
      unit,
      {
        ...Object.fromEntries(columns.map((column) => [column, units[column][at]])),
        indicators: indicators.map((each) => [each.name, ...ofIndicator.map((field) => each[field][at])]),
      },
    ]),
  );
}

/** The same of one month of a course. */
export function ofCourse({ units, indicators }: EvaluationCourse, month: number): Record<string, unknown> {
  const there = indicators.flatMap(({ name, weight }, at) => (weight[month] === null ? [] : [{ name, at }]));
  const order = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1);
  return Object.fromEntries(
    units.map((unit) => [
      unit.unit,
      {
        ...Object.fromEntries(columns.map((column) => [column, unit[column][month]])),
        indicators: there
          .map(({ name, at }) => [name, ...ofIndicator.map((field) => unit.indicators[at]?.[field][month])])
          .sort(([one], [other]) => order({ name: `${one}` }, { name: `${other}` })),
      },
    ]),
  );
}

/** The same with indicators in one order. */
export const sorted = (months: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(months), (key, value: unknown) =>
    key === 'indicators' && Array.isArray(value)
      ? [...(value as [string][])].sort(([one], [other]) => (one < other ? -1 : 1))
      : value,
  ) as Record<string, unknown>;
