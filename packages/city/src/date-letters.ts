/** One kind of letter in a date pattern. */
export interface DateLetter {
  letter: string;
  /** What it stands for, as the reference says it. */
  stands: string;
  /** What of a time it says; a pattern says each part once. */
  part: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'fraction' | 'half' | 'weekday' | 'offset';
  /**
   * How many of it there may be → the regular expression of what is read, in the syntax RE2 and JavaScript
   * share.
   */
  widths: Readonly<Record<number, string>>;
}

const anyCase = (names: readonly string[]): string =>
  names.flatMap((name) => [name, name.toUpperCase(), name.toLowerCase()]).join('|');
const short = (name: string): string => name.slice(0, 3);

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** Minutes and seconds of two digits. */
export const sixty = '[0-5][0-9]';
/** Hours that clocks anywhere are from UTC. */
export const offsetHour = '(?:0[0-9]|1[0-4])';

const number = { 1: '[0-9]{1,2}', 2: '[0-9]{2}' };
const year = { 1: '[0-9]{4}', 2: '[0-9]{2}', 4: '[0-9]{4}' };
const weekday = {
  1: anyCase(dayNames.map(short)),
  2: anyCase(dayNames.map(short)),
  3: anyCase(dayNames.map(short)),
  4: anyCase(dayNames),
};
const fractions = Object.fromEntries(
  Array.from({ length: 9 }, (_, index) => [index + 1, `[0-9]{${index + 1}}`]),
);

/** The letters of date patterns: a part of Joda-Time's, each read strictly. */
export const dateLetters: readonly DateLetter[] = [
  {
    letter: 'y',
    stands: 'year: `yyyy` has four digits; `yy` two, 70–99 are 1970–1999, 00–69 are 2000–2069',
    part: 'year',
    widths: year,
  },
  { letter: 'Y', stands: 'the same as `y`', part: 'year', widths: year },
  {
    letter: 'M',
    stands: 'month: `M` has one or two digits, `MM` two; `MMM` is `Jan`, `MMMM` is `January`',
    part: 'month',
    widths: { ...number, 3: anyCase(monthNames.map(short)), 4: anyCase(monthNames) },
  },
  { letter: 'd', stands: 'day of the month', part: 'day', widths: number },
  { letter: 'H', stands: 'hour of the day, 0–23', part: 'hour', widths: number },
  {
    letter: 'k',
    stands: 'hour of the day, 1–24: 24 is midnight, the first hour',
    part: 'hour',
    widths: number,
  },
  { letter: 'h', stands: 'hour of the half day, 1–12; needs `a`', part: 'hour', widths: number },
  { letter: 'K', stands: 'hour of the half day, 0–11; needs `a`', part: 'hour', widths: number },
  { letter: 'm', stands: 'minute', part: 'minute', widths: number },
  { letter: 's', stands: 'second', part: 'second', widths: number },
  {
    letter: 'S',
    stands: 'digits behind the second, as many as letters',
    part: 'fraction',
    widths: fractions,
  },
  {
    letter: 'a',
    stands: 'AM or PM, in capitals or not; needs `h` or `K`',
    part: 'half',
    widths: { 1: '[AaPp][Mm]' },
  },
  {
    letter: 'E',
    stands: 'day of the week in English, not looked at: `EEE` is `Mon`, `EEEE` is `Monday`',
    part: 'weekday',
    widths: weekday,
  },
  {
    letter: 'Z',
    stands: 'offset from UTC such as `+0800`; without it times are in the city’s zone',
    part: 'offset',
    widths: { 1: `[+-]${offsetHour}${sixty}` },
  },
];
