import type { Clause } from './filter.ts';
import { type Period, shift } from './time.ts';

/** What the name of a file tells before it is opened. */
export interface NamedFile {
  /** Code of the city. */
  city: string;
  /** What it holds, where that is not the records. */
  what?: string;
  period: Period;
  where: readonly Clause[];
  /** Whether it holds what was searched for. The words are not told: they may name a person. */
  searched?: boolean;
  version: number;
}

/** Characters of the filters at the most: a path in Windows has 260 in all. */
const longestFilters = 60;
const mostValues = 2;

/** Letters and digits of every script; the rest means something to Windows, to a shell, or to an address. */
const safe = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._+-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '');

/** A year, a month or a day where the period is one; otherwise its first and its last day. */
function periodName({ from, to }: Period): string {
  const last = shift(to, 'day', -1);
  if (from.endsWith('-01-01') && to === shift(from, 'year', 1)) return from.slice(0, 4);
  if (from.endsWith('-01') && to === shift(from, 'month', 1)) return from.slice(0, 7);
  return from === last ? from : `${from}_${last}`;
}

function filterName({ dimension, exclude, values }: Clause): string {
  const named = values.slice(0, mostValues).map((value) => safe(value) || 'unknown');
  const more = values.length > mostValues ? [`${values.length - mostValues}-more`] : [];
  return [dimension, ...(exclude ? ['not'] : []), [...named, ...more].join('+')].join('-');
}

/**
 * The name of a file without its ending: city, what, period, filters, version of the data. Filters stand as
 * codes, which are the same in every language. Safe for every system.
 */
export function fileNameOf({ city, what, period, where, searched, version }: NamedFile): string {
  const filters = [...where.map(filterName), ...(searched ? ['search'] : [])].join('_');
  const short = [...filters].slice(0, longestFilters).join('');
  const parts = [city, what ?? '', periodName(period), short, `v${version}`];
  return parts.map(safe).filter(Boolean).join('_');
}
