import { fewestWithYears, isOfAll, type Publication, yearOfGeneration } from '@hotline-atlas/clickhouse';
import { byYear } from '../tables/years.ts';

/**
 * A year to which appeals are added all day is summed up anew for at most a twentieth of the time: with all
 * years together, and merged, that takes some two and a half minutes of a history of 150 million.
 */
const restAfter = (appeals: number): number => (20 * 1000 * appeals) / 1e6;

/** A year to be summed up, and the generations of its months. */
interface Year {
  year: number;
  generations: number[];
}

/** When what is summed up. */
export interface Occasion {
  now: Date;
  /** When a year was summed up last. */
  summedUp: ReadonlyMap<number, Date>;
  /** Appeals a history must have. */
  worthwhile?: number | undefined;
}

type Published = Pick<Publication, 'generations' | 'years' | 'rows'>;

/** Generations of years that are in all of some tables. */
function held({ years, rows }: Published, tables: readonly string[]): number[] {
  return years.filter((_, index) => tables.every((table) => (rows[table]?.[index] ?? 0) > 0));
}

/**
 * Years, the one under way among them, that are not in all tables of years, or changed since, and may be
 * summed up by now.
 */
export function missingYears(
  publication: Published,
  tables: readonly string[],
  { now, summedUp, worthwhile = fewestWithYears }: Occasion,
): Year[] {
  const { generations, years, rows } = publication;
  const appeals = (rows.appeal ?? []).reduce((sum, count) => sum + count, 0);
  if (appeals < worthwhile) return [];
  const rest = restAfter(appeals);
  const whole = new Set(held(publication, tables).map(yearOfGeneration));
  const listed = new Set(years.map(yearOfGeneration));
  return [...byYear(generations)]
    .map(([year, months]) => ({ year, generations: months }))
    .filter(({ year }) => {
      const last = summedUp.get(year);
      const rested = !last || now.getTime() - last.getTime() >= rest;
      return !whole.has(year) && (rested || listed.has(year));
    });
}

/**
 * Years to be summed up together: all there are, once each is summed up; null where they are together
 * already, or some are not.
 * @param together tables in which all years are summed up together
 * @param fresh generations of years that are being summed up
 */
export function missingTogether(
  publication: Published,
  tables: readonly string[],
  together: readonly string[],
  fresh: readonly number[],
): number[] | null {
  if (fresh.length === 0 && held(publication, together).some(isOfAll)) return null;
  const anew = new Set(fresh.map(yearOfGeneration));
  const stay = held(publication, tables).filter(
    (each) => !isOfAll(each) && !anew.has(yearOfGeneration(each)),
  );
  const years = [...stay, ...fresh];
  return years.length > 1 && years.length === byYear(publication.generations).size ? years : null;
}
