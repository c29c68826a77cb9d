import type { Clause, Period, UnitEvaluation } from '@hotline-atlas/model';
import { type EvaluatedGroup, encodeClause } from '@hotline-atlas/model';
import type { Scored } from '../score/score-month.ts';

type Missed = NonNullable<UnitEvaluation['missed']>[number];

const kinds: Partial<Record<string, Missed['kind']>> = {
  contacted: 'not_contacted',
  resolved: 'unresolved',
  satisfied: 'dissatisfied',
  on_time: 'late',
};

/** The answer an order of a kind has; null where no dimension tells it. */
const answers: Record<Missed['kind'], Clause['dimension'] | null> = {
  ...{ not_contacted: 'contacted', unresolved: 'resolved', dissatisfied: 'satisfied', late: null },
};

/** Which months a question lists by itself, and whether anything but rules and data decides what counts. */
export interface MissedQuestion {
  unit: number;
  by: EvaluatedGroup['by'];
  period: Period;
  /** Whether an upheld objection changed orders of the unit. */
  isCorrected: boolean;
}

function clausesOf(
  { tally, scheme }: Scored,
  { unit, by }: MissedQuestion,
  answer: Clause['dimension'],
): Clause[] {
  const { exclusions } = scheme;
  const code = tally.units[unit] ?? '';
  const all: Clause[] = [
    { dimension: by, exclude: false, values: [code] },
    { dimension: answer, exclude: false, values: ['no'] },
  ];
  if (exclusions === 'all') return [...all, { dimension: 'excluded_reason', exclude: false, values: [''] }];
  if (exclusions.length === 0) return all;
  return [...all, { dimension: 'excluded_reason', exclude: true, values: [...exclusions] }];
}

/** Orders of the base of a unit that missed an indicator, with the filters that list exactly these. */
export function missedOf(scored: Scored, question: MissedQuestion): Missed[] {
  const { scheme, totals } = scored;
  return scheme.indicators.flatMap(({ numerator, denominator }, at) => {
    const kind = typeof numerator === 'string' ? kinds[numerator] : undefined;
    if (!kind) return [];
    const cases = totals.base.numerators[at]?.[question.unit] ?? 0;
    const all = totals.base.denominators[at]?.[question.unit] ?? 0;
    const answer = answers[kind];
    const isAsked = denominator.endsWith('_asked');
    const isListed = answer !== null && isAsked && scheme.enters_by === 'received' && !question.isCorrected;
    const filters = isListed
      ? { where: clausesOf(scored, question, answer).map(encodeClause), ...question.period }
      : null;
    return [{ kind, orders: all - cases, filters }];
  });
}
