import type { City } from '@hotline-atlas/city';
import {
  checkParameterNames,
  type EvaluatedGroup,
  evaluationCourseParameters,
  InvalidQuestion,
  isValidIn,
  parseName,
  parseText,
  parseWhole,
  type RawParameters,
  type Scheme,
  shift,
} from '@hotline-atlas/model';
import { monthOf } from './request.ts';

/** What `/api/evaluation/course` asks; null where the answer chooses. */
export interface CourseQuestion {
  group: string | null;
  /** Codes of units; none: all. */
  units: readonly string[];
  to: string | null;
  months: number;
  detail: 'full' | 'scores';
  format: 'json' | 'csv';
}

const usualMonths = 13;
const mostMonths = 120;
const mostUnits = 5;

/**
 * A question from the parameters of an address.
 * @throws InvalidQuestion naming the parameter, what was sent and what is understood
 */
export function parseCourse(raw: RawParameters): CourseQuestion {
  checkParameterNames(raw, Object.keys(evaluationCourseParameters.shape));
  const units = [...new Set(raw.unit ?? [])];
  if (units.length > mostUnits)
    throw new InvalidQuestion(
      'unit',
      `${units.length} units`,
      `send ${mostUnits} at the most, or none for all`,
    );
  return {
    group: parseText(raw, 'group') ?? null,
    units,
    to: monthOf(raw, 'to'),
    months: parseWhole('months', parseText(raw, 'months'), mostMonths) ?? usualMonths,
    detail: parseName('detail', parseText(raw, 'detail') ?? 'full', ['full', 'scores']),
    format: parseName('format', parseText(raw, 'format') ?? 'json', ['json', 'csv']),
  };
}

/** The last so many months, oldest first. */
export const monthsUpTo = (to: string, count: number): string[] =>
  Array.from({ length: count }, (_, back) => shift(`${to}-01`, 'month', back + 1 - count).slice(0, 7));

/** A month with the scheme that is valid in it, and what that says of the group; null where there is none. */
export interface RuledMonth {
  month: string;
  scheme: Scheme | null;
  group: EvaluatedGroup | null;
}

/** The rules of months, and the newest of them. */
export interface RuledMonths {
  months: RuledMonth[];
  newest: { scheme: Scheme; group: EvaluatedGroup };
}

/**
 * The rules of each month for a group; the first of the newest scheme where none is asked for.
 * @throws InvalidQuestion where no scheme is valid in any of them, or none has that group
 */
export function rulesOf({ evaluation }: City, months: readonly string[], asked: string | null): RuledMonths {
  const valid = months.map((month) => evaluation.find((scheme) => isValidIn(scheme, month)) ?? null);
  const schemes = [...new Set([...valid].reverse())].filter((scheme) => scheme !== null);
  if (schemes.length === 0) {
    const known = evaluation.map(({ name, from, to }) => `${name} (${from} to ${to ?? 'now'})`);
    throw new InvalidQuestion(
      'to',
      months.at(-1) ?? '',
      `no scheme is valid in these months; schemes are ${known.join(', ')}`,
    );
  }
  const names = [...new Set(schemes.flatMap(({ groups }) => groups.map(({ name }) => name)))];
  const name = asked === null ? names[0] : parseName('group', asked, names);
  const groupOf = (scheme: Scheme | null) => scheme?.groups.find((group) => group.name === name) ?? null;
  const [newest] = schemes.flatMap((scheme) => {
    const group = groupOf(scheme);
    return group ? [{ scheme, group }] : [];
  });
  if (!newest) throw new InvalidQuestion('group', asked ?? '', 'the schemes have no groups', names);
  const ruled = months.map((month, at): RuledMonth => {
    const scheme = valid[at] ?? null;
    return { month, scheme, group: groupOf(scheme) };
  });
  return { months: ruled, newest };
}
