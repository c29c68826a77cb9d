import type { EvaluationSchemes, SchemeRules } from '@hotline-atlas/model';

/** A local day, as `2024-03-26`, in the month of a scheme that begins on another day than the first. */
export function monthOfDay(day: string, startsOn: number): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const isNext = startsOn > 1 && Number(day.slice(8, 10)) >= startsOn;
  const at = year * 12 + (month - 1) + Number(isNext);
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** An order in the evaluation: its month, and the rules of that month. */
export interface EvaluatedOrder {
  month: string;
  scheme: SchemeRules;
}

/**
 * The month an order counts in by the rules that are valid in it; null where there are none, or the date that
 * puts it into a month is not known.
 * @param dateOf the local day of a date of the order; empty where it is not known
 */
export function monthOfOrder(
  { schemes }: Pick<EvaluationSchemes, 'schemes'>,
  dateOf: (date: SchemeRules['enters_by']) => string,
): EvaluatedOrder | null {
  for (const scheme of schemes) {
    const day = dateOf(scheme.enters_by);
    if (day === '') continue;
    const month = monthOfDay(day, scheme.starts_on);
    if (scheme.from <= month && (scheme.to === null || month < scheme.to)) return { month, scheme };
  }
  return null;
}
