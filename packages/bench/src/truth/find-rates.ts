import type { RateExpectation, Rates } from '@hotline-atlas/model';
import type { Ask } from './ask.ts';
import { type RatesRecall, recallOfRates } from './rates-recall.ts';
import type { TrueUnit } from './truth-file.ts';

/** One question about units, and what of its answer is true. */
export interface RatesFound extends RatesRecall {
  about: string;
  milliseconds: number;
}

interface RatesQuestion {
  about: string;
  address: string;
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
    periods.map(({ name, period }) => ({
      about: `${name}, ${expected}`,
      address: `/api/rates?by=unit&metric=resolution_rate&expected=${expected}${period}`,
    })),
  );
}

/** Asks who resolves less and more, and holds it against how good units truly are. */
export async function findByRates(
  ask: Ask,
  units: readonly TrueUnit[],
  { about, address }: RatesQuestion,
): Promise<RatesFound> {
  const { answer, milliseconds } = await ask<Rates>(address);
  return { about, ...recallOfRates(answer.groups, units), milliseconds };
}
