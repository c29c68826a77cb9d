import { dateForm, excelExpression } from '@hotline-atlas/city';
import type { Binder } from '@hotline-atlas/clickhouse';
import type { Stages } from './stages.ts';

/**
 * How a moment is read from text: SQL expressions, each Nullable(DateTime64); null where the form has none.
 */
interface ReadTime {
  /** The moment, where the text says its offset or the form is UTC's. */
  instant: string | null;
  /** What the city's clocks showed, as if it were UTC. */
  clock: string | null;
}

const none = "CAST(NULL, 'Nullable(DateTime64(0, \\'UTC\\'))')";
const offset = '(Z|[+-][0-9]{2}(:?[0-9]{2})?)$';

/** Reads ISO 8601: what the lenient parser is given was matched before. */
function readIso(text: string): ReadTime {
  const zoned = `(length(${text}) > 16 AND match(${text}, '${offset}'))`;
  return {
    instant: `if(${zoned}, parseDateTime64BestEffortOrNull(replaceOne(${text}, ',', '.'), 0, 'UTC'), NULL)`,
    clock: `if(${zoned}, NULL, parseDateTime64BestEffortOrNull(substring(${text}, 1, 19), 0, 'UTC'))`,
  };
}

function readAs(form: string, text: string, { bind }: Binder): ReadTime {
  if (form === 'iso') return readIso(text);
  const parsed = `toDateTime64(parseDateTime64InJodaSyntaxOrNull(${text}, ${bind(form, 'String')}, 'UTC'), 0, 'UTC')`;
  return dateForm(form).zone === 'city' ? { instant: null, clock: parsed } : { instant: parsed, clock: null };
}

/** Days from 1899-12-30 to 1970-01-01. */
const excelEpoch = 25569;

/** What the clocks showed by a number of days; numbers are told from every other form. */
const excelClock = (field: string, { bind }: Binder): string =>
  `if(match(${field}_text, ${bind(excelExpression, 'String')}), fromUnixTimestamp64Second(toInt64(round((toFloat64OrZero(${field}_text) - ${excelEpoch}) * 86400)), 'UTC'), NULL)`;

/** Clocks whose zone the engine knows; whatever lies outside is judged as it is, and never kept. */
const soundClock = "toDateTime('1970-01-03 00:00:00', 'UTC') AND toDateTime('2106-01-01 00:00:00', 'UTC')";

/** The names of a time's expressions in a statement. */
export const timeNames = (field: string) => ({
  /** The moment, Nullable; NULL where there is none. */
  time: `${field}_time`,
  /** What the clocks showed; not NULL with a NULL moment: they never showed it. */
  clock: `${field}_clock`,
});

/**
 * Stages of expressions that read a moment from `<field>_text`. A time that the city's clocks skipped is
 * none; of one that they showed twice it is the first.
 * @param forms the form of the column, and `excel` where numbers of days may stand among its values
 */
export function timeFromText(field: string, forms: readonly string[], zone: string, binder: Binder): Stages {
  const { time, clock } = timeNames(field);
  const form = forms.find((each) => each !== 'excel');
  const numbers = forms.includes('excel') ? excelClock(field, binder) : null;
  const text = `${field}_text`;
  const read = form === undefined ? null : readAs(form, text, binder);
  const ofForm = `match(${text}, ${binder.bind(dateForm(form ?? 'excel').expression, 'String')})`;
  const given = (expression: string | null | undefined) =>
    expression ? `if(${ofForm}, ${expression}, NULL)` : none;
  const shown = `toDateTime64OrNull(toString(${clock}), 0, ${zone})`;
  return [
    [
      `${numbers ? `coalesce(${numbers}, ${given(read?.clock)})` : given(read?.clock)} AS ${clock}`,
      `${given(read?.instant)} AS ${field}_instant`,
    ],
    [`${shown} AS ${field}_shown`],
    [
      `multiIf(${clock} IS NULL, ${field}_instant, ${clock} NOT BETWEEN ${soundClock}, ${clock}, timezoneOffset(${field}_shown) = dateDiff('second', ${field}_shown, ${clock}), ${field}_shown, NULL) AS ${time}`,
    ],
  ];
}

/** The same of a moment that the file holds as one in `<field>_given`, or does not hold. */
export function timeAsGiven(field: string, held: boolean): Stages {
  const { time, clock } = timeNames(field);
  const none = "CAST(NULL, 'Nullable(DateTime)')";
  return [[`${held ? `toDateTime(${field}_given, 'UTC')` : none} AS ${time}`, `${none} AS ${clock}`]];
}
