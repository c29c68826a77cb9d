import { isUtf8 } from 'node:buffer';

/**
 * Parts delimited text into records without looking into them more than needed: the engine parses what is sound, and
 * every record that is not is set aside as it came. Bytes in, bytes out; no record becomes an object.
 */
export interface Scanner {
  /** Takes bytes and returns, for the engine, every record completed by them behind its line number. */
  push(chunk: Buffer): Buffer;
  /** The same for what is left at the end of the file. */
  finish(): Buffer;
  /** Records seen so far, sound or not; blank lines are none. */
  records(): number;
}

const newline = 10;
const carriageReturn = 13;
const quote = 34;
/** A quoted field without an end would swallow the rest of the file: no record is longer. */
const longestRecord = 8 << 20;

const countNewlines = (bytes: Buffer, from: number, to: number): number => {
  let lines = 0;
  for (let at = bytes.indexOf(newline, from); at !== -1 && at < to; at = bytes.indexOf(newline, at + 1))
    lines++;
  return lines;
};

interface RecordEnd {
  /** Where the record ends, before its newline; -1 when more bytes are needed to tell. */
  end: number;
  fields: number;
  /** Why the engine could not parse it; null when it can. */
  fault: string | null;
}

const unfinished: RecordEnd = { end: -1, fields: 0, fault: null };

/** Where the field's closing quote ends, or -1 while it is not there. */
function quotedEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(quote, from); at !== -1; at = bytes.indexOf(quote, at + 2)) {
    if (bytes[at + 1] !== quote) return at + 1;
  }
  return -1;
}

function recordEnd(bytes: Buffer, start: number, delimiter: number, final: boolean): RecordEnd {
  const length = bytes.length;
  let at = start;
  for (let fields = 1; ; fields++) {
    if (bytes[at] === quote) {
      at = quotedEnd(bytes, at + 1);
      if (at === -1 || (at === length && !final)) {
        if (!final && length - start < longestRecord) return unfinished;
        return { end: lineEnd(bytes, start), fields: 0, fault: 'a quoted field that does not end' };
      }
      if (bytes[at] === carriageReturn && bytes[at + 1] === newline) at++;
      if (at < length && bytes[at] !== delimiter && bytes[at] !== newline)
        return { end: lineEnd(bytes, start), fields: 0, fault: 'text after the closing quote of a field' };
    } else {
      while (at < length && bytes[at] !== delimiter && bytes[at] !== newline) at++;
    }
    if (at >= length) return final ? { end: length, fields, fault: null } : unfinished;
    if (bytes[at] === newline) return { end: at, fields, fault: null };
    at++;
  }
}

const lineEnd = (bytes: Buffer, start: number): number => {
  const end = bytes.indexOf(newline, start);
  return end === -1 ? bytes.length : end;
};

/** A record that cannot be parsed, as one that can: its line, the reason, and its bytes as a quoted field. */
function setAside(line: number, fault: string, raw: Buffer, delimiter: string): Buffer {
  const quoted = raw.toString('latin1').replaceAll('"', '""');
  return Buffer.concat([
    Buffer.from(`${line}${delimiter}"${fault}"${delimiter}"`),
    Buffer.from(quoted, 'latin1'),
    Buffer.from('"\n'),
  ]);
}

/**
 * @param delimiter one character between fields
 * @param columns fields every record must have
 * @param firstLine line number of the first record
 */
export function scanDelimited(delimiter: string, columns: number, firstLine: number): Scanner {
  const separator = delimiter.charCodeAt(0);
  let rest: Buffer = Buffer.alloc(0);
  let line = firstLine;
  let count = 0;

  const faultOf = (bytes: Buffer, start: number, { end, fields, fault }: RecordEnd, doubtful: boolean) => {
    if (fault) return fault;
    if (fields !== columns) return `${fields} fields where the header has ${columns}`;
    if (!doubtful) return null;
    const record = bytes.subarray(start, end);
    if (record.includes(0)) return 'a NUL byte';
    return isUtf8(record) ? null : 'bytes that are not UTF-8 text (is the encoding of the source right?)';
  };

  const scan = (bytes: Buffer, final: boolean): Buffer => {
    const doubtful = bytes.includes(0) || !isUtf8(bytes);
    const parts: Buffer[] = [];
    let start = 0;
    while (start < bytes.length) {
      const record = recordEnd(bytes, start, separator, final);
      if (record.end === -1) break;
      const end =
        bytes[record.end - 1] === carriageReturn && record.end > start ? record.end - 1 : record.end;
      if (end > start) {
        count++;
        const fault = faultOf(bytes, start, record, doubtful);
        const content = bytes.subarray(start, end);
        if (fault) parts.push(setAside(line, fault, content, delimiter));
        else parts.push(Buffer.from(`${line}${delimiter}${delimiter}${delimiter}`), content, lineFeed);
      }
      line += 1 + countNewlines(bytes, start, record.end);
      start = record.end + 1;
    }
    rest = bytes.subarray(Math.min(start, bytes.length));
    return Buffer.concat(parts);
  };

  return {
    push: (chunk) => scan(rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk, false),
    finish: () => scan(rest, true),
    records: () => count,
  };
}

const lineFeed = Buffer.from('\n');
