import type { Answer, RateExpectation, Rates } from '@hotline-atlas/model';
import type { Ask } from './ask.ts';
import { type Handled, type RatesRecall, recallOfRates, relativeFailures } from './rates-recall.ts';
import type { TrueUnit } from './truth-file.ts';

/** One question about units, and what of its answer is true. */
export interface RatesFound extends RatesRecall {
  about: string;
  milliseconds: number;
}

interface RatesQuestion {
  about: string;
  expected: RateExpectation;
  /** Its days, as they stand in an address; empty for all history. */
  period: string;
}

const yearsOf = (firstDay: string, until: string): number[] => {
  const [first, last] = [Number(firstDay.slice(0, 4)), Number(until.slice(0, 4))];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
};

/** All history and each of its years, against the same topics and against the mean. */
export function ratesQuestions(firstDay: string, until: string): RatesQuestion[] {
  const expectations: readonly RateExpectation[] = ['topics', 'mean'];
  const periods = [
    { name: 'all', period: '' },
    ...yearsOf(firstDay, until).map((year) => ({
      name: String(year),
      period: `&from=${year}-01-01&to=${year + 1}-01-01`,
    })),
  ];
  return expectations.flatMap((expected) =>
    periods.map(({ name, period }) => ({ about: `${name}, ${expected}`, expected, period })),
  );
}

/** How many orders each unit was asked about, by topic. */
async function handledIn(ask: Ask, period: string): Promise<Handled[]> {
  const { answer } = await ask<Answer>(
    `/api/query?metrics=resolution_rate&by=unit,topic2&limit=100000${period}`,
  );
  return answer.rows.map((row) => ({
    unit: String(row.unit ?? ''),
    topic: String(row.topic2 ?? ''),
    orders: Number(row.resolution_rate_denominator ?? 0),
  }));
}

/** Asks who resolves less and more, and holds it against how good units truly are. */
export async function findByRates(
  ask: Ask,
  units: readonly TrueUnit[],
  { about, expected, period }: RatesQuestion,
): Promise<RatesFound> {
  const { answer, milliseconds } = await ask<Rates>(
    `/api/rates?by=unit&metric=resolution_rate&expected=${expected}${period}`,
  );
  const failures = relativeFailures(units, await handledIn(ask, period));
  return { about, ...recallOfRates(answer.groups, failures), milliseconds };
}
