import { type EvaluationCourse, inLanguage, type Language, type Value } from '@hotline-atlas/model';
import type { Cell, Table, TableColumn } from '@hotline-atlas/ui/answer/table.ts';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { courseWords } from './words-course.ts';

const cell = (raw: Value, text?: string): Cell => ({
  raw,
  text: text ?? (raw === null ? '\u2013' : String(raw)),
});

const numberAt = (column: readonly (number | null)[] | undefined, at: number): Cell =>
  cell(column?.[at] ?? null);

const parts = ['numerator', 'denominator', 'rate', 'lower', 'upper'] as const;

function columnsOf({ indicators }: EvaluationCourse, withUnit: boolean, language: Language): TableColumn[] {
  const { columns: words } = courseWords[language];
  const column = (name: string, label: string, numeric = true): TableColumn => ({ name, label, numeric });
  return [
    ...(withUnit ? [column('unit', words.unit, false)] : []),
    { ...column('month', words.month, false), byValue: true },
    column('scheme', words.scheme, false),
    column('provisional', words.provisional, false),
    column('standing', words.standing, false),
    column('rank', words.rank),
    column('rank_first', words.rankFirst),
    column('rank_last', words.rankLast),
    column('ranked', words.ranked),
    column('score', words.score),
    column('score_lower', labelled(words.score, words.lower, language)),
    column('score_upper', labelled(words.score, words.upper, language)),
    column('excluded', words.excluded),
    ...indicators.flatMap(({ name, label }) =>
      parts.map((part) =>
        column(`${name}_${part}`, labelled(inLanguage(label, language), words[part], language)),
      ),
    ),
  ];
}

/**
 * Months of some units as a table, one row a unit and month, with every numerator and denominator. A gap
 * between schemes is a row without figures.
 * @param nameOf the name of a unit
 */
export function courseTable(
  course: EvaluationCourse,
  nameOf: (unit: string) => string,
  language: Language,
): Table {
  const { columns: words, standings } = courseWords[language];
  const withUnit = course.units.length > 1;
  const rows = course.units.flatMap((unit) =>
    course.months.map(({ month, scheme, provisional, ranked }, at) => {
      const standing = unit.standing[at] ?? null;
      return [
        ...(withUnit ? [cell(unit.unit, nameOf(unit.unit))] : []),
        cell(month, bucketLabel(`${month}-01`, 'month', language)),
        cell(scheme),
        cell(scheme === null ? null : provisional ? words.yes : words.no),
        cell(standing, standing ? standings[standing] : undefined),
        ...[unit.rank, unit.rank_first, unit.rank_last].map((column) => numberAt(column, at)),
        cell(scheme === null ? null : ranked),
        ...[unit.score, unit.score_lower, unit.score_upper, unit.excluded].map((column) =>
          numberAt(column, at),
        ),
        ...unit.indicators.flatMap((indicator) => parts.map((part) => numberAt(indicator[part], at))),
      ];
    }),
  );
  return { columns: columnsOf(course, withUnit, language), rows };
}
