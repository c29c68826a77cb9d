/**
 * Expressions, each stage made of the names of those before it. The engine writes out a name wherever it is
 * used, so that names made of names of the same SELECT grow beyond its limit: each stage is a SELECT of its
 * own.
 */
export type Stages = string[][];

/** Several lists of stages, side by side. */
export const beside = (...lists: readonly Stages[]): Stages =>
  Array.from({ length: Math.max(0, ...lists.map((list) => list.length)) }, (_, stage) =>
    lists.flatMap((list) => list[stage] ?? []),
  );

/** A query for all columns of a relation and all expressions of the stages. */
export const stacked = (relation: string, stages: Stages): string =>
  stages.reduce((from, lines) => `SELECT *, ${lines.join(',\n       ')}\nFROM (${from})`, relation);
