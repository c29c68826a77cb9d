import { askedDimensions, encodeClause, type FindingAsk } from '@hotline-atlas/model';
import { type Changed, outcomeFigures } from './find-outcome.ts';
import { nameOf } from './names.ts';
import { outcomeSentence } from './outcome.ts';
import { clauseOf, type Reading } from './read.ts';

/** The area or unit whose rate fell beyond chance, the weightiest of them; null where there is none. */
export async function askOfOutcome(all: readonly Changed[], reading: Reading): Promise<FindingAsk | null> {
  for (const one of all) {
    const dimension = askedDimensions.find((name) => name === one.change.meta.by);
    if (one.group === null || !dimension || (one.of.change ?? 0) >= 0) continue;
    const { mark, text, detail, figures } = outcomeSentence(await outcomeFigures(one, 0, reading));
    return {
      about: { dimension, value: one.group, label: nameOf(dimension, one.group, reading.city) },
      topic: null,
      mark,
      ...{ reason: text, detail, figures },
      where: [...reading.where, clauseOf(dimension, one.group)].map(encodeClause),
      period: reading.period,
    };
  }
  return null;
}
