import type { Clause, DimensionName } from '@hotline-atlas/model';
import { choose, clausesOf, type Source } from './crossfilter.ts';

/**
 * One value at each level from the top down: a district and its subdistrict, a topic and what is under it.
 */
interface Step {
  dimension: DimensionName;
  value: string;
}
export type Path = readonly Step[];

const clause = ({ dimension, value }: Step): Clause => ({ dimension, exclude: false, values: [value] });

/** The values chosen at a dimension; excluded ones do not count. */
export const valuesAt = (where: readonly Clause[], dimension: DimensionName): readonly string[] =>
  where.find((each) => each.dimension === dimension && !each.exclude)?.values ?? [];

/** The one value chosen at a dimension, or none where several are. */
export function onlyValue(where: readonly Clause[], dimension: DimensionName): string | null {
  const values = valuesAt(where, dimension);
  return values.length === 1 ? (values[0] ?? null) : null;
}

/** Whether exactly the end of the path is what its level has chosen, and nothing is chosen below. */
export function isChosen(where: readonly Clause[], path: Path, source: Source): boolean {
  const own = clausesOf(where, source);
  const last = path.at(-1);
  if (!last || own.length !== path.length) return false;
  return path.every(({ dimension, value }) => valuesAt(own, dimension).includes(value));
}

/**
 * Chooses a path, or, when it is chosen already, steps back to the one above.
 * @param together keep the other values of the same level
 */
export function togglePath(where: readonly Clause[], path: Path, source: Source, together = false): Clause[] {
  const above = path.slice(0, -1).map(clause);
  const last = path.at(-1);
  if (!last) return choose(where, source, []);
  const values = isChosen(where, path, source) || together ? valuesAt(where, last.dimension) : [];
  const next = values.includes(last.value)
    ? values.filter((value) => together && value !== last.value)
    : [...(together ? values : []), last.value];
  const own = next.length > 0 ? [{ dimension: last.dimension, exclude: false, values: next }] : [];
  return choose(where, source, [...above, ...own]);
}
