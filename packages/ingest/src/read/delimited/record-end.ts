export const lineFeed = 10;
export const carriageReturn = 13;
const quote = 34;

/** A quoted field without an end would swallow the rest of the file: no record is longer. */
export const longestRecord = 8 << 20;

/** Where a record ends, before its line end, and what is known of it by then. */
export interface RecordEnd {
  /** -1: more bytes are needed to tell. */
  end: number;
  /** Where the next record begins. */
  next: number;
  fields: number;
  /** Why the engine could not parse it; null when it can. */
  fault: string | null;
  /** Whether fields of it are quoted, which may then hold line ends. */
  quoted: boolean;
}

const unfinished: RecordEnd = { end: -1, next: -1, fields: 0, fault: null, quoted: false };

/** The bytes an unquoted field ends before, as a table. */
export function fieldStops(delimiter: string): Uint8Array {
  const stops = new Uint8Array(256);
  for (const stop of [delimiter.charCodeAt(0), lineFeed, carriageReturn]) stops[stop] = 1;
  return stops;
}

/** Where the field's closing quote ends, or -1 while it is not there. */
function quotedEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(quote, from); at !== -1; at = bytes.indexOf(quote, at + 2)) {
    if (bytes[at + 1] !== quote) return at + 1;
  }
  return -1;
}

/** Where the line ends that `start` is in, before its line end; -1 while no end is there. */
export function lineEnd(bytes: Buffer, start: number): number {
  const end = bytes.indexOf(lineFeed, start);
  const line = end === -1 ? bytes.subarray(start) : bytes.subarray(start, end);
  const carriage = line.indexOf(carriageReturn);
  return carriage === -1 ? end : start + carriage;
}

/** Where the line after the one that ends at `end` begins: CR, LF and CRLF are each one line end. */
export const afterLineEnd = (bytes: Buffer, end: number): number =>
  bytes[end] === carriageReturn && bytes[end + 1] === lineFeed ? end + 2 : end + 1;

/** A record that cannot be parsed ends with its first line. */
function broken(bytes: Buffer, start: number, final: boolean, fault: string): RecordEnd {
  const found = lineEnd(bytes, start);
  if (!final && (found === -1 || (found === bytes.length - 1 && bytes[found] === carriageReturn)))
    return unfinished;
  const end = found === -1 ? bytes.length : found;
  return { end, next: afterLineEnd(bytes, end), fields: 0, fault, quoted: false };
}

/**
 * Finds the end of the record of delimited text that begins at `start`. Line ends and delimiters within
 * quoted fields belong to them.
 * @param stops of the delimiter, see {@link fieldStops}
 * @param final whether nothing follows the bytes
 */
export function recordEnd(bytes: Buffer, start: number, stops: Uint8Array, final: boolean): RecordEnd {
  const length = bytes.length;
  let quoted = false;
  let at = start;
  for (let fields = 1; ; fields++) {
    if (bytes[at] === quote) {
      quoted = true;
      at = quotedEnd(bytes, at + 1);
      if (at === -1 || (at === length && !final)) {
        if (!final && length - start < longestRecord) return unfinished;
        return broken(bytes, start, final, 'a quoted field that does not end');
      }
      if (at < length && stops[bytes[at] as number] === 0)
        return broken(bytes, start, final, 'text after the closing quote of a field');
    } else {
      while (at < length && stops[bytes[at] as number] === 0) at++;
    }
    if (at >= length) return final ? { end: length, next: length, fields, fault: null, quoted } : unfinished;
    const stop = bytes[at];
    if (stop === lineFeed) return { end: at, next: at + 1, fields, fault: null, quoted };
    if (stop === carriageReturn) {
      if (at + 1 === length && !final) return unfinished;
      return { end: at, next: afterLineEnd(bytes, at), fields, fault: null, quoted };
    }
    at++;
  }
}

/** Line ends within bytes, where CRLF is one. */
export function countLineEnds(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, at + 1)) lines++;
  for (let at = bytes.indexOf(carriageReturn); at !== -1; at = bytes.indexOf(carriageReturn, at + 1))
    if (bytes[at + 1] !== lineFeed) lines++;
  return lines;
}
