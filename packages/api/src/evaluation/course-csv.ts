import { columnsCsv } from '@hotline-atlas/judgement';
import type { CourseUnit, EvaluationCourse } from '@hotline-atlas/model';

type Value = string | number | null;

/** One indicator of all units, month by month. */
const indicatorColumns = (units: readonly CourseUnit[], at: number, name: string): [string, Value[]][] => {
  const fields = ['numerator', 'denominator', 'rate', 'lower', 'upper', 'points'] as const;
  return fields.map((field) => [
    `${name}_${field}`,
    units.flatMap(({ indicators }) => indicators[at]?.[field] ?? []),
  ]);
};

const columns = [
  ...['standing', 'rank', 'rank_first', 'rank_last', 'score', 'score_lower', 'score_upper'],
  ...['appeals', 'orders', 'excluded', 'visited'],
] as const satisfies (keyof CourseUnit)[];

/** A file with one line a unit and month. */
export function courseCsv({ months, indicators, units, meta }: EvaluationCourse): string {
  const each = <Of>(of: (month: EvaluationCourse['months'][number]) => Of): Of[] =>
    units.flatMap(() => months.map(of));
  return columnsCsv({
    [meta.group.by]: units.flatMap(({ unit }) => months.map(() => unit)),
    month: each(({ month }) => month),
    scheme: each(({ scheme }) => scheme),
    state: each(({ state }) => state),
    provisional: each(({ provisional }) => Number(provisional)),
    ...Object.fromEntries(columns.map((column) => [column, units.flatMap((unit): Value[] => unit[column])])),
    ...Object.fromEntries(indicators.flatMap(({ name }, at) => indicatorColumns(units, at, name))),
  });
}
