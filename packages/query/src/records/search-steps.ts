import { monthOfGeneration } from '@hotline-atlas/clickhouse';
import { earlier, type LocalDate } from '@hotline-atlas/model';
import { daysOf } from '../plan/months.ts';
import type { Run } from '../run/run.ts';

/** Some months that are searched with one statement. */
export interface SearchStep {
  generations: readonly number[];
  /** Texts of them that have to be read. */
  texts: number;
}

/** Texts without an index, by generation. */
export async function textsWithoutIndex(
  { database, signal }: Pick<Run, 'database' | 'signal'>,
  generations: readonly number[],
): Promise<Map<number, number>> {
  const { rows } = await database.rows<{ generation: number; texts: number }>({
    sql: `SELECT toUInt32(partition) AS generation, sum(rows) AS texts
FROM system.parts
WHERE database = currentDatabase() AND active AND table = 'appeal' AND secondary_indices_compressed_bytes = 0
GROUP BY generation`,
    signal,
    label: 'texts without an index',
  });
  const asked = new Set(generations);
  const among = rows.filter(({ generation }) => asked.has(generation));
  return new Map(among.map(({ generation, texts }) => [generation, texts]));
}

/**
 * The order in which months are searched: the newest first, in steps of so many texts to be read. A month is
 * never parted; months with an index cost next to nothing.
 */
export function searchSteps(
  generations: readonly number[],
  unindexed: ReadonlyMap<number, number>,
  textsAStep: number,
): SearchStep[] {
  const months = new Map<number, number[]>();
  for (const generation of generations) {
    const month = monthOfGeneration(generation);
    months.set(month, [...(months.get(month) ?? []), generation]);
  }
  const steps: SearchStep[] = [];
  for (const [, own] of [...months].sort(([one], [other]) => other - one)) {
    const texts = own.reduce((sum, generation) => sum + (unindexed.get(generation) ?? 0), 0);
    const last = steps.at(-1);
    if (last && last.texts + texts <= textsAStep)
      steps[steps.length - 1] = { generations: [...last.generations, ...own], texts: last.texts + texts };
    else steps.push({ generations: own, texts });
  }
  return steps;
}

/** The first day of the months of some steps, of which there is one at least. */
export const firstDayOfSteps = (steps: readonly SearchStep[]): LocalDate =>
  steps
    .flatMap(({ generations }) => generations.map((generation) => daysOf(generation).from))
    .reduce((first, day) => earlier(first, day));
