import { type DimensionName, dimensionNames, isGrain, type LocalDate, shift } from '@hotline-atlas/model';
import { z } from 'zod';
import type { Subject } from '../../random-questions.ts';

/** What of a running server the recorded questions are about. */
export interface RecordedSubject extends Subject {
  city: string;
  /** Pieces of texts to search for. */
  words: readonly string[];
  /** Order numbers. */
  ids: readonly string[];
}

const metaSchema = z.object({
  city: z.object({ code: z.string() }),
  regimes: z.array(z.object({ name: z.string() })),
});
const answerSchema = z.object({ rows: z.array(z.record(z.string(), z.unknown())) });

async function get<Body>(url: string, schema: z.ZodType<Body>): Promise<Body> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return schema.parse(await response.json());
}

/** Months with appeals, the one after each, and the first and last without. */
async function monthsOf(url: string): Promise<LocalDate[]> {
  const { rows } = await get(`${url}/api/query?metrics=appeals&by=month`, answerSchema);
  const held = rows.filter(({ appeals }) => Number(appeals) > 0).map(({ month }) => String(month));
  const beside = held.flatMap((month) => [month, shift(month, 'month', 1)]);
  const ends = [
    shift(held.at(0) ?? '2024-01-01', 'month', -1),
    shift(beside.at(-1) ?? '2024-01-01', 'month', 1),
  ];
  return [...new Set([...beside, ...ends])].sort();
}

const mostValues = 6;

/** Frequent, rare and unknown values of a dimension. */
async function valuesOf(url: string, dimension: DimensionName): Promise<string[]> {
  const ask = (order: string) =>
    get(
      `${url}/api/query?metrics=appeals&by=${dimension}&order=${order},${dimension}&limit=40`,
      answerSchema,
    );
  const [frequent, rare] = await Promise.all([ask('-appeals'), ask('appeals')]);
  const known = ({ rows }: z.infer<typeof answerSchema>) =>
    rows.map((row) => String(row[dimension] ?? '')).filter((value) => value !== '');
  return [...new Set([...known(frequent).slice(0, mostValues - 2), ...known(rare).slice(0, 1), ''])];
}

const cycles: Partial<Record<DimensionName, string[]>> = {
  hour_of_day: ['0', '8', '13', '23'],
  day_of_week: ['1', '6', '7'],
};

/** Asks a server what its history holds. */
export async function subjectOf(url: string): Promise<RecordedSubject> {
  const meta = await get(`${url}/api/meta`, metaSchema);
  const groups = dimensionNames.filter((name) => !isGrain(name));
  const values: Partial<Record<DimensionName, string[]>> = { ...cycles };
  for (const name of groups) {
    const found = values[name] ?? (await valuesOf(url, name));
    if (found.some((value) => value !== '')) values[name] = found;
  }
  const { rows } = await get(`${url}/api/appeals?limit=200`, answerSchema);
  const texts = rows.map(({ text }) => String(text ?? '')).filter((text) => text.length > 12);
  return {
    city: meta.city.code,
    months: await monthsOf(url),
    values,
    groups,
    regimes: meta.regimes.map(({ name }) => name),
    words: texts.slice(0, 40).flatMap((text, index) => [text.slice(3, 5 + (index % 4)).trim()]),
    ids: rows.slice(0, 5).map(({ id }) => String(id)),
  };
}
