import { isUtf8 } from 'node:buffer';
import { newOutput, type Output } from './output.ts';
import { countLineEnds, fieldStops, longestRecord, type RecordEnd, recordEnd } from './record-end.ts';

/**
 * Parts delimited text into records without looking into them more than needed: the engine parses what is
 * sound, and every record that is not is set aside as it came. Bytes in, bytes out; no record becomes an
 * object.
 */
export interface Scanner {
  /** Takes bytes and returns, for the engine, every record completed by them behind its line number. */
  push(chunk: Buffer): Buffer;
  /** The same for what is left at the end of the file. */
  finish(): Buffer;
  /** Records seen so far, sound or not; blank lines are none. */
  records(): number;
}

/** How records are written. */
export interface RecordLayout {
  /** One ASCII character between fields. */
  delimiter: string;
  /** Fields of a record, as the header says. */
  fields: number;
  /** Fields up to the last that has a name: a record may leave out the others. */
  named: number;
  /** Fields of a record at the most: those behind the last of the header are empty. */
  most: number;
}

/** A record is longer than any can be. */
export class LongRecordError extends Error {
  override readonly name = 'LongRecordError';

  constructor(line: number) {
    super(
      `the record on line ${line} is longer than ${longestRecord >> 20} MB; is the file a table with one record a line?`,
    );
  }
}

/** A record that cannot be parsed, as one that can: its line, the reason, and its bytes as a quoted field. */
function setAside(to: Output, line: number, fault: string, raw: Buffer, delimiter: string): void {
  const quoted = Buffer.from(raw.toString('latin1').replaceAll('"', '""'), 'latin1');
  to.ascii(`${line}${delimiter}"${fault}"${delimiter}"`);
  to.bytes(quoted, 0, quoted.length);
  to.ascii('"\n');
}

/** Whether a byte order mark begins there: files that were put one behind another have some between them. */
const hasMark = (bytes: Buffer, at: number): boolean =>
  bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf;

/** Why a record has not as many fields as it should; null when it has. */
function faultOfCount({ delimiter, fields, named, most }: RecordLayout, record: Buffer, count: number) {
  if (count === fields) return null;
  if (count < named || count > most) return `${count} fields where the header has ${fields}`;
  const separator = delimiter.charCodeAt(0);
  for (let behind = 1; behind <= count - named; behind++)
    if (record[record.length - behind] !== separator)
      return `${count} fields where the header has ${fields}, and not only empty ones are too many`;
  return null;
}

/**
 * @param layout of the records
 * @param firstLine line number of the first record
 */
export function scanDelimited(layout: RecordLayout, firstLine: number): Scanner {
  const { delimiter, fields: usual } = layout;
  const stops = fieldStops(delimiter);
  const noFault = delimiter.repeat(3);
  let rest: Buffer = Buffer.alloc(0);
  let line = firstLine;
  let count = 0;

  const faultOf = (record: Buffer, { fields, fault }: RecordEnd, doubtful: boolean) => {
    if (fault) return fault;
    const wrong = fields === usual ? null : faultOfCount(layout, record, fields);
    if (wrong || !doubtful) return wrong;
    if (record.includes(0)) return 'a NUL byte';
    return isUtf8(record) ? null : 'bytes that are not UTF-8 text (is the encoding of the source right?)';
  };

  const scan = (bytes: Buffer, final: boolean): Buffer => {
    const doubtful = bytes.includes(0) || !isUtf8(bytes);
    const output = newOutput(bytes.length + (bytes.length >> 3));
    let start = 0;
    while (start < bytes.length) {
      if (hasMark(bytes, start)) start += 3;
      const record = recordEnd(bytes, start, stops, final);
      if (record.end === -1) break;
      const content = bytes.subarray(start, record.end);
      if (content.length > 0) {
        count++;
        const fault = faultOf(content, record, doubtful);
        if (fault) setAside(output, line, fault, content, delimiter);
        else {
          output.ascii(line + noFault);
          output.bytes(bytes, start, record.end);
          output.ascii('\n');
        }
      }
      line += record.quoted ? 1 + countLineEnds(content) : 1;
      start = record.next;
    }
    rest = bytes.subarray(Math.min(start, bytes.length));
    if (rest.length > longestRecord && !final) throw new LongRecordError(line);
    return output.taken();
  };

  return {
    push: (chunk) => scan(rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk, false),
    finish: () => scan(rest, true),
    records: () => count,
  };
}
