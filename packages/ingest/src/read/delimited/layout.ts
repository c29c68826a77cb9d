import type { Source } from '@hotline-atlas/city';
import type { InputFormat } from '../input-file.ts';
import { LoadError } from '../load-error.ts';
import { candidates, type Head, type Header, type Place, readHeader, skipBlankLines } from './header.ts';
import { fieldStops, recordEnd } from './record-end.ts';
import type { RecordLayout } from './scan-delimited.ts';

/** How a delimited file is to be read. */
export interface Layout {
  /** Names of the columns in order; those behind the header's have none. */
  columns: string[];
  records: RecordLayout;
  /** Where they begin. */
  begin: Place;
}

/** What spreadsheets write above the header to say which delimiter follows. */
const separatorLine = /^"?sep=(.)"?(?:\r\n|\r|\n|$)/i;

const recordsLookedAt = 100;

interface Shape {
  fields: number;
  /** Empty fields at its end. */
  empty: number;
}

/** Fields of the first sound records. */
function firstShapes({ bytes, whole }: Head, begin: Place, delimiter: string): Shape[] {
  const stops = fieldStops(delimiter);
  const separator = delimiter.charCodeAt(0);
  const shapes: Shape[] = [];
  for (let at = begin.at; at < bytes.length && shapes.length < recordsLookedAt; ) {
    const record = recordEnd(bytes, at, stops, whole);
    if (record.end === -1) break;
    let empty = 0;
    while (record.end - 1 - empty >= at && bytes[record.end - 1 - empty] === separator) empty++;
    if (record.fault === null && record.end > at) shapes.push({ fields: record.fields, empty });
    at = record.next;
  }
  return shapes;
}

/** Empty fields that most records have behind those of the header: lines that end with a delimiter. */
function fieldsBehind(shapes: readonly Shape[], fields: number): number {
  const behind = shapes.map((shape) => shape.fields - fields);
  const usual = behind.find((one) => behind.filter((other) => other === one).length * 2 > behind.length) ?? 0;
  const trailing = shapes.filter((shape) => shape.fields - fields === usual && shape.empty >= usual).length;
  return usual > 0 && trailing * 2 > shapes.length ? usual : 0;
}

function layoutFor(head: Head, { columns, delimiter, records: begin }: Header): Layout {
  const fields = columns.length;
  const named = columns.reduce((last, name, index) => (name === '' ? last : index + 1), 1);
  const most = fields + fieldsBehind(firstShapes(head, begin, delimiter), fields);
  const behind = Array.from({ length: most - fields }, () => '');
  return { columns: [...columns, ...behind], records: { delimiter, fields, named, most }, begin };
}

/** The delimiter that parts most of the first records into as many fields as there are columns. */
function delimiterFor(head: Head, begin: Place, source: Source, columns: readonly string[]): string {
  const fits = (delimiter: string) =>
    firstShapes(head, begin, delimiter).filter(
      ({ fields, empty }) =>
        fields === columns.length || (fields > columns.length && fields - empty <= columns.length),
    ).length;
  const ranked = candidates
    .map((delimiter) => ({ delimiter, records: fits(delimiter) }))
    .sort((a, b) => b.records - a.records);
  const [best, next] = ranked;
  if (columns.length === 1 || !best || best.records === 0) return ranked[0]?.delimiter ?? ',';
  if (next?.records === best.records)
    throw new LoadError(
      `${head.name}: more than one delimiter gives ${columns.length} columns; set \`delimiter\` in the source ${source.name}`,
    );
  return best.delimiter;
}

/**
 * Finds out how a delimited file is written: what its first line says, else the source, else what gives the
 * columns the source needs.
 * @throws LoadError when that cannot be told, or a column the source needs is missing
 */
export function layoutOf(head: Head, source: Source, format: InputFormat): Layout {
  const first = skipBlankLines(head, { at: 0, line: 1 });
  const [told, separator] = separatorLine.exec(head.bytes.toString('latin1', first.at, first.at + 10)) ?? [];
  const begin = told ? skipBlankLines(head, { at: first.at + told.length, line: first.line + 1 }) : first;
  const delimiter = separator ?? source.delimiter;
  if (source.header) {
    const columns = source.header;
    const found = delimiter ?? (format === 'tsv' ? '\t' : delimiterFor(head, begin, source, columns));
    return layoutFor(head, { columns, delimiter: found, records: begin });
  }
  const standard = format === 'tsv' ? '\t' : ',';
  const tried = delimiter ? [delimiter] : [standard, ...candidates.filter((one) => one !== standard)];
  return layoutFor(head, readHeader(head, begin, source, tried));
}
