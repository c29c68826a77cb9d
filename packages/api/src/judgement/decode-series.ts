/** Sparse series as they come from the database: only steps with appeals. */
export interface Series {
  /** Values of the dimensions, in their order. */
  keys: string[];
  /** Days since 1970 the steps begin on, in no order. */
  days: Uint16Array;
  /** Beside the days, one list a measure. */
  counts: Uint32Array[];
}

/** A reader of the engine's format RowBinary: little-endian, lengths as LEB128. */
function rowBinary(body: Buffer) {
  let position = 0;
  function length(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = body.readUInt8(position++);
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }
  return {
    more: () => position < body.length,
    text(): string {
      const size = length();
      position += size;
      return body.toString('utf8', position - size, position);
    },
    days(): Uint16Array {
      const values = new Uint16Array(length());
      for (let index = 0; index < values.length; index++, position += 2)
        values[index] = body.readUInt16LE(position);
      return values;
    },
    counts(): Uint32Array {
      const values = new Uint32Array(length());
      for (let index = 0; index < values.length; index++, position += 4)
        values[index] = body.readUInt32LE(position);
      return values;
    },
  };
}

/**
 * The rows of `compileSeries` in the format RowBinary.
 * @throws RangeError where the bytes end inside a row
 */
export function decodeSeries(body: Buffer, dimensions: number, measures: number): Series[] {
  const reader = rowBinary(body);
  const rows: Series[] = [];
  while (reader.more())
    rows.push({
      keys: Array.from({ length: dimensions }, () => reader.text()),
      days: reader.days(),
      counts: Array.from({ length: measures }, () => reader.counts()),
    });
  return rows;
}
