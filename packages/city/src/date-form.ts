import { type DateLetter, dateLetters, monthNames, offsetHour, sixty } from './date-letters.ts';

/** A form in which a source writes times, ready to be recognised and read. */
export interface DateForm {
  /** As the pack names it: `iso`, `excel`, or a pattern such as `M/d/yy H:mm`. */
  form: string;
  /** Matches every text of the form and hardly another, in the syntax RE2 and JavaScript share. */
  expression: string;
  /** What a text without an offset is: a time of the city's clocks, or of UTC. */
  zone: 'city' | 'utc' | 'offset';
  /**
   * The time a text says, as `2018-10-05 23:30:00`; null when it is not of the form or there is no such time.
   */
  read(text: string): string | null;
}

type Part = DateLetter['part'];
type Parts = Partial<Record<Part, string>>;

const hours = '(?:[01][0-9]|2[0-3])';
const isoDay = '([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])';
const isoOffset = `(?:Z|[+-]${offsetHour}(?::?${sixty})?)`;

/**
 * ISO 8601 in its extended form: a day; or a day and a time, with seconds, fraction and offset where given.
 */
const isoExpression = `^${isoDay}(?:[T ](${hours}):(${sixty})(?::(${sixty})(?:[.,][0-9]{1,9})?)?(${isoOffset})?)?$`;
/** A number of days since 1899-12-30, as spreadsheets keep times: 1927 to 2173. */
export const excelExpression = '^[1-9][0-9]{4}(?:[.][0-9]+)?$';
const excelEpoch = Date.UTC(1899, 11, 30);

const two = (number: number): string => String(number).padStart(2, '0');

/** The time its parts say; null where the calendar or the clock has none such. */
function timeOf(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || day === 0) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
}

function readIso(text: string): string | null {
  const match = new RegExp(isoExpression).exec(text);
  if (!match) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', offset = ''] = match;
  const time = timeOf(...numbers([year, month, day, hour, minute, second]));
  return time && `${time}${offset}`;
}

const numbers = (texts: (string | undefined)[]) =>
  texts.map(Number) as [number, number, number, number, number, number];

function readExcel(text: string): string | null {
  if (!new RegExp(excelExpression).test(text)) return null;
  const moment = new Date(excelEpoch + Math.round(Number(text) * 86_400) * 1000);
  return moment.toISOString().slice(0, 19).replace('T', ' ');
}

function monthOf(text: string): number {
  const named = monthNames.findIndex(
    (name) => name.slice(0, 3).toLowerCase() === text.slice(0, 3).toLowerCase(),
  );
  return named === -1 ? Number(text) : named + 1;
}

function yearOf(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year + (year < 70 ? 2000 : 1900);
}

/** The hour of the day by the letter it is written with; -1 where there is none such. */
function hourOf(letter: string, text: string, half: string): number {
  const hour = Number(text);
  if (letter === 'H') return hour;
  if (letter === 'k') return hour < 1 || hour > 24 ? -1 : hour % 24;
  const first = letter === 'h' ? 1 : 0;
  if (hour < first || hour > first + 11) return -1;
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}

/** A piece of a pattern: so many of one letter, or text that stands for itself. */
type Piece = { letter: string; count: number } | { text: string };

function piecesOf(form: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [piece, quoted, letters] of form.matchAll(/'((?:[^']|'')*)'|([A-Za-z])\2*|[^']|'/g)) {
    if (letters !== undefined) pieces.push({ letter: letters, count: piece.length });
    else if (quoted !== undefined) pieces.push({ text: quoted === '' ? "'" : quoted.replaceAll("''", "'") });
    else pieces.push({ text: piece });
  }
  return pieces;
}

const letterOf = (letter: string): DateLetter | undefined => dateLetters.find((one) => one.letter === letter);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

const meant: Record<string, string> = {
  D: 'D is the day of the year; the day of the month is d',
  T: "text stands in single quotes: 'T'",
  z: 'names of zones such as PST stand for several offsets; the letter Z reads an offset such as -0800',
  u: 'the year is y',
  n: 'digits behind the second are S',
};
const zoneNames = /\b([ACEMP][DS]?T|A?[EWC]E[DS]?T|[BIJKNH][DS]?T|MSK)\b/;
const utcNames = /^\s*(UTC|GMT|Z)\s*$/;

function* lettersAmiss(pieces: readonly Piece[]): Generator<string> {
  const said = new Set<Part>();
  for (const [index, piece] of pieces.entries()) {
    if ('text' in piece) continue;
    const known = letterOf(piece.letter);
    if (!known) {
      const letters = dateLetters.map(({ letter }) => letter).join(' ');
      yield `“${piece.letter}” is no letter of a date (${letters})${meant[piece.letter] ? `: ${meant[piece.letter]}` : ''}`;
      continue;
    }
    if (!known.widths[piece.count])
      yield `${piece.letter.repeat(piece.count)}: there may be ${Object.keys(known.widths).join(', ')} of “${piece.letter}”`;
    if (said.has(known.part))
      yield `it says the ${known.part} twice${known.part === 'month' ? ' (M is the month, m the minute)' : ''}`;
    said.add(known.part);
    const before = pieces[index - 1];
    const open = before && 'letter' in before && before.count === 1 && /[MdHhKkms]/.test(before.letter);
    if (open && /[yYMdHhKkmsS]/.test(piece.letter))
      yield `${before.letter} beside ${piece.letter} can be parted in several ways: write ${before.letter}${before.letter}, or something between them`;
  }
}

function* partsAmiss(pieces: readonly Piece[]): Generator<string> {
  const letters = new Set(pieces.flatMap((piece) => ('letter' in piece ? [piece.letter] : [])));
  const half = letters.has('h') || letters.has('K');
  if (letters.has('a') && !half) yield 'AM and PM (a) need an hour of the half day: h or K instead of H';
  if (half && !letters.has('a'))
    yield 'an hour of the half day (h, K) needs AM or PM (a); hours of the day are H';
  const has = (...any: string[]) => any.some((letter) => letters.has(letter));
  if (!has('y', 'Y') || !has('M') || !has('d')) yield 'a date needs year (y), month (M) and day (d)';
  if (has('m') && !has('H', 'k', 'h', 'K')) yield 'a minute (m) needs an hour (H)';
  if (has('s') && !has('m')) yield 'a second (s) needs a minute (m)';
  if (has('S') && !has('s')) yield 'digits behind the second (S) need a second (s)';
}

/** What is wrong with a form a pack names; null when nothing is. */
export function dateFormProblem(form: string): string | null {
  if (form === 'iso' || form === 'excel') return null;
  if (form.split("'").length % 2 === 0) return 'a single quote has no end';
  const zone = zoneNames.exec(form)?.[0];
  if (zone)
    return `the name ${zone} stands for several offsets: it reads times of the city’s zone, 'UTC', or an offset such as -0800 (Z)`;
  const pieces = piecesOf(form);
  const [problem] = [...lettersAmiss(pieces), ...partsAmiss(pieces)];
  return problem ?? null;
}

function readPattern(matcher: RegExp, letters: readonly string[], text: string): string | null {
  const match = matcher.exec(text);
  if (!match) return null;
  const parts: Parts = {};
  let hourLetter = 'H';
  for (const [index, letter] of letters.entries()) {
    const part = letterOf(letter)?.part;
    if (!part) continue;
    parts[part] = match[index + 1] ?? '';
    if (part === 'hour') hourLetter = letter;
  }
  const { year = '', month = '', day = '', hour, minute = '0', second = '0', half = '', offset = '' } = parts;
  const ofDay = hour === undefined ? 0 : hourOf(hourLetter, hour, half);
  if (ofDay < 0) return null;
  const time = timeOf(yearOf(year), monthOf(month), Number(day), ofDay, Number(minute), Number(second));
  return time && `${time}${offset}`;
}

/** A form that {@link dateFormProblem} finds nothing wrong with. */
export function dateForm(form: string): DateForm {
  if (form === 'iso') return { form, expression: isoExpression, zone: 'city', read: readIso };
  if (form === 'excel') return { form, expression: excelExpression, zone: 'city', read: readExcel };
  const pieces = piecesOf(form);
  const letters = pieces.flatMap((piece) => ('letter' in piece ? [piece.letter] : []));
  const body = pieces.map((piece) =>
    'text' in piece ? escaped(piece.text) : `(${letterOf(piece.letter)?.widths[piece.count] ?? ''})`,
  );
  const expression = `^${body.join('')}$`;
  const matcher = new RegExp(expression);
  const utc = pieces.some((piece) => 'text' in piece && utcNames.test(piece.text));
  return {
    form,
    expression,
    zone: letters.includes('Z') ? 'offset' : utc ? 'utc' : 'city',
    read: (text) => readPattern(matcher, letters, text),
  };
}
