/**
 * The arithmetic of generations. A generation is what one load, or one rewriting, holds of one month: the
 * place of its number × 4096 + months since January 1900. There are 2^20 places, and far more numbers: a
 * number takes the place that is left when it is divided by 2^20, and is passed over while something older
 * still lies there. Summed-up years have generations of the same form, by edition. In SQL the same is
 * `{first:UInt32} + month`, with `first` from {@link firstGenerationOf} and the month from
 * {@link monthNumberSql} or {@link monthOfGenerationSql}; tables are partitioned by it
 * (`sql/history/002_appeal.sql`, `sql/history/004_rollups.sql`).
 */
const generationsPerPlace = 4096;
const places = 2 ** 20;

/** The place of the number of a load, a rewriting or an edition. */
export const placeOfNumber = (number: number): number => number % places;

/** The place a generation lies in. */
export const placeOfGeneration = (generation: number): number => Math.floor(generation / generationsPerPlace);

/** The generation of January 1900 of a number; the months of it follow. */
export const firstGenerationOf = (number: number): number => placeOfNumber(number) * generationsPerPlace;

/**
 * The first number after another one whose place is free.
 * @param taken generations that are held somewhere
 * @throws RangeError when every place is taken
 */
export function nextNumber(after: number, taken: Iterable<number>): number {
  const held = new Set<number>();
  for (const generation of taken) held.add(placeOfGeneration(generation));
  for (let number = after + 1; number <= after + places; number++)
    if (!held.has(placeOfNumber(number))) return number;
  throw new RangeError('Every place of generations is taken');
}

/** Months since January 1900 of a generation. */
export const monthOfGeneration = (generation: number): number => generation % generationsPerPlace;

/** The same in SQL, of the column `generation`. */
export const monthOfGenerationSql = `generation % ${generationsPerPlace}`;

/** Months since January 1900 of a day. */
export const monthNumber = (day: string): number =>
  (Number(day.slice(0, 4)) - 1900) * 12 + Number(day.slice(5, 7)) - 1;

/** The same in SQL. @param day expression of a Date */
export const monthNumberSql = (day: string): string => `toRelativeMonthNum(${day}) - ${1900 * 12 + 1}`;

/** The year in whose tables of months a generation is. */
export const yearOfMonth = (generation: number): number =>
  1900 + Math.floor(monthOfGeneration(generation) / 12);

const firstYear = 3000;

/** The generation of a year that is summed up for an edition of the data. */
export const generationOfYear = (edition: number, year: number): number =>
  firstGenerationOf(edition) + firstYear + year - 1900;

/** The year of such a generation. */
export const yearOfGeneration = (generation: number): number =>
  1900 + monthOfGeneration(generation) - firstYear;

/** The generation of all years together that is summed up for an edition of the data. */
export const generationOfAll = (edition: number): number =>
  firstGenerationOf(edition) + generationsPerPlace - 1;

/** Whether a generation is of all years together. */
export const isOfAll = (generation: number): boolean =>
  monthOfGeneration(generation) === generationsPerPlace - 1;

/** Whether a generation is of a year or of all, not of a month. */
export const isOfYear = (generation: number): boolean => monthOfGeneration(generation) >= firstYear;
