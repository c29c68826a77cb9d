import type { Answer, Clause, DimensionName } from '@hotline-atlas/model';
import { encodeQuery } from '@hotline-atlas/model';
import { z } from 'zod';
import { type Choices, type Coverage, chosenDimensions } from './questions/choices.ts';
import { query } from './questions/question.ts';
import { ask } from './sides/ours.ts';

/** What a choice is made within: a subdistrict of the chosen district, not any. */
const above: Partial<Record<DimensionName, DimensionName[]>> = {
  subdistrict: ['district'],
  topic2: ['topic1'],
  topic3: ['topic1', 'topic2'],
};

/**
 * The most frequent value of each dimension, unknown ones apart: what clicks and filters of the bench choose.
 */
export async function findChoices(url: string): Promise<Choices> {
  const choices: Partial<Record<DimensionName, string>> = {};
  for (const dimension of chosenDimensions) {
    const where = (above[dimension] ?? []).flatMap((name): Clause[] => {
      const value = choices[name];
      return value ? [{ dimension: name, exclude: false, values: [value] }] : [];
    });
    const asked = query({
      metrics: ['appeals'],
      by: [dimension],
      where,
      order: [{ column: 'appeals', descending: true }],
      limit: 5,
      resolution: 9,
    });
    const { rows } = JSON.parse(await ask(url, `query?${encodeQuery(asked)}`)) as Answer;
    const value = rows.map((row) => String(row[dimension] ?? '')).find((found) => found !== '');
    if (value !== undefined) choices[dimension] = value;
  }
  return choices;
}

const metaSchema = z.object({
  first_day: z.string(),
  last_day: z.string(),
  complete_to: z.string(),
  appeals: z.number(),
  synthetic: z.boolean(),
  as_of: z.object({ version: z.number() }),
  regimes: z.array(z.object({ name: z.string() })),
});

/** What the API says it holds. */
export interface Holdings extends Coverage {
  appeals: number;
  synthetic: boolean;
  version: number;
}

/** Reads `/api/meta`. */
export async function readHoldings(url: string): Promise<Holdings> {
  const meta = metaSchema.parse(JSON.parse(await ask(url, 'meta')));
  return {
    firstDay: meta.first_day,
    lastDay: meta.last_day,
    completeTo: meta.complete_to,
    appeals: meta.appeals,
    synthetic: meta.synthetic,
    version: meta.as_of.version,
  };
}
