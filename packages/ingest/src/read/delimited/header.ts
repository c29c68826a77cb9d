import { isUtf8 } from 'node:buffer';
import type { Source } from '@hotline-atlas/city';
import { parse } from 'csv-parse/sync';
import { checkColumns } from '../check-columns.ts';
import { LoadError } from '../load-error.ts';
import { asTheSourceNames, namedColumns } from './column-names.ts';
import { afterLineEnd, countLineEnds, fieldStops, lineEnd, recordEnd } from './record-end.ts';

/** The first bytes of a delimited file. */
export interface Head {
  /** What messages call the file. */
  name: string;
  bytes: Buffer;
  /** Whether nothing follows. */
  whole: boolean;
}

/** A place in a file. */
export interface Place {
  at: number;
  line: number;
}

/** The header of a delimited file and the delimiter it was read with. */
export interface Header {
  columns: string[];
  delimiter: string;
  /** Where the records begin. */
  records: Place;
}

/** What may part fields where a source does not say. */
export const candidates = [',', ';', '\t', '|'];

const words: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' };
const wordFor = (delimiter: string): string => words[delimiter] ?? `“${delimiter}”`;

/** The first place that is not on an empty line. */
export function skipBlankLines({ bytes }: Head, from: Place): Place {
  let { at, line } = from;
  for (;;) {
    const found = lineEnd(bytes, at);
    const end = found === -1 ? bytes.length : found;
    if (at >= bytes.length || bytes.toString('utf8', at, end).trim() !== '' || found === -1)
      return { at, line };
    at = afterLineEnd(bytes, end);
    line++;
  }
}

/** Reads a record as a header; null where the delimiter does not allow it. */
function readAs(
  { bytes, whole }: Head,
  { at, line }: Place,
  delimiter: string,
  source: Source,
): Header | null {
  const record = recordEnd(bytes, at, fieldStops(delimiter), whole);
  if (record.end === -1 || record.fault) return null;
  const content = bytes.subarray(at, record.end);
  try {
    const [fields = []] = parse(content, { delimiter, relax_column_count: true }) as string[][];
    const records = { at: record.next, line: line + 1 + (record.quoted ? countLineEnds(content) : 0) };
    return { columns: asTheSourceNames(fields, source), delimiter, records };
  } catch {
    return null;
  }
}

interface Reading extends Header {
  /** Columns the source names that the header has. */
  found: number;
  problem: LoadError | null;
}

function judged(name: string, source: Source, header: Header): Reading {
  const found = namedColumns(source).filter((column) => header.columns.includes(column)).length;
  try {
    checkColumns(name, source, header.columns);
    return { ...header, found, problem: null };
  } catch (error) {
    if (!(error instanceof LoadError)) throw error;
    return { ...header, found, problem: error };
  }
}

function readingsOf(head: Head, place: Place, source: Source, delimiters: readonly string[]): Reading[] {
  return delimiters
    .flatMap((delimiter) => readAs(head, place, delimiter, source) ?? [])
    .map((header) => judged(head.name, source, header))
    .sort((a, b) => b.found - a.found || b.columns.length - a.columns.length);
}

/** Lines that are looked at for a header where the first is none. */
const linesAboveHeader = 50;

/** Where a header is that the file does not begin with; null where there is none. */
function headerBelow(head: Head, from: Place, source: Source): Place | null {
  let place = from;
  for (let seen = 0; seen < linesAboveHeader; seen++) {
    const end = lineEnd(head.bytes, place.at);
    if (end === -1) return null;
    place = { at: afterLineEnd(head.bytes, end), line: place.line + 1 };
    if (readingsOf(head, place, source, candidates).some(({ problem }) => problem === null)) return place;
  }
  return null;
}

/** Why no reading of the first line is a header, for whoever has to mend the file or the source. */
function noHeader(head: Head, place: Place, source: Source, readings: readonly Reading[]): LoadError {
  const { name, bytes, whole } = head;
  const end = lineEnd(bytes, place.at);
  if (end === -1 && !whole)
    return new LoadError(
      `${name}: the first line does not end within a megabyte; is it a table with a header?`,
    );
  const line = bytes.subarray(place.at, end === -1 ? bytes.length : end);
  if (/^\s*[[{]/.test(line.toString('utf8', 0, 20)))
    return new LoadError(
      `${name}: the file holds JSON, not delimited text; name it .ndjson, or give --format ndjson, with one object a line`,
    );
  if (!isUtf8(line))
    return new LoadError(
      `${name}: the header is not UTF-8 text; name the file's encoding in the source ${source.name}, such as \`encoding: gb18030\` or \`encoding: windows-1252\``,
    );
  const below = headerBelow(head, place, source);
  if (below)
    return new LoadError(
      `${name}: the header is on line ${below.line}, not at the beginning; remove the ${below.line - 1} lines above it`,
    );
  const other = source.delimiter
    ? readingsOf(head, place, source, candidates).find(({ problem }) => problem === null)
    : undefined;
  if (other)
    return new LoadError(
      `${name}: the source ${source.name} says that a ${wordFor(source.delimiter ?? '')} parts the fields, but in this file it is a ${wordFor(other.delimiter)}; correct \`delimiter\``,
    );
  const [best] = readings;
  if (best?.problem && !source.delimiter && best.columns.length === 1)
    return new LoadError(
      `${best.problem.message}. If these are several columns, set \`delimiter\` in the source to what parts them`,
    );
  return (
    best?.problem ??
    new LoadError(`${name}: the first line cannot be read as a header: its quotes do not match`)
  );
}

/**
 * Reads the header of a delimited file. Where nothing says what parts the fields, the usual delimiters are
 * tried.
 * @throws LoadError when no reading, or more than one, gives the columns the source needs, or a column it
 * needs is there twice
 */
export function readHeader(head: Head, place: Place, source: Source, delimiters: readonly string[]): Header {
  const readings = readingsOf(head, place, source, delimiters);
  const [best, next] = readings.filter(({ problem }) => problem === null);
  if (!best) throw noHeader(head, place, source, readings);
  if (next && next.found === best.found && next.columns.join('\n') !== best.columns.join('\n'))
    throw new LoadError(
      `${head.name}: both ${wordFor(best.delimiter)} and ${wordFor(next.delimiter)} part the header into the columns the source needs; set \`delimiter\` in the source ${source.name}`,
    );
  checkRepeated(head.name, source, best.columns);
  return best;
}

/** @throws LoadError when a column the source takes a field from is there more than once */
function checkRepeated(name: string, source: Source, columns: readonly string[]): void {
  for (const [field, { column = [] }] of Object.entries(source.fields)) {
    const used = [column].flat().find((one) => columns.includes(one));
    const places = columns.flatMap((one, index) => (one === used ? [index + 1] : []));
    if (places.length > 1)
      throw new LoadError(
        `${name}: the source ${source.name} takes ${field} from the column ${used}, which the file has ${places.length} times (columns ${places.join(', ')}); rename all but one`,
      );
  }
}
