import { type Clause, type DimensionName, dimensionNames, splitClause } from '@hotline-atlas/model';

const isDimension = (name: string): name is DimensionName => dimensionNames.some((each) => each === name);

/** The clauses of texts as the API writes them: `unit:works`. What is no clause is left out. */
export const clausesFrom = (told: readonly string[]): Clause[] =>
  told.flatMap((text) => {
    const parts = splitClause(text);
    return parts && isDimension(parts.dimension) ? [{ ...parts, dimension: parts.dimension }] : [];
  });
