/** Sparse series as they come from the database: only steps with appeals. */
export interface Series {
  /** Values of the dimensions, in their order. */
  keys: string[];
  /** Days since 1970 the steps begin on, in no order. */
  days: Uint16Array;
  /** Beside the days, one list a measure. */
  counts: Uint32Array[];
}

/**
 * A reader of the engine's format RowBinary: little-endian, lengths as LEB128. Lists lie side by side in two
 * arrays: thousands of their own take longer to make than to fill.
 */
function rowBinary(body: Buffer) {
  const [allDays, allCounts] = [new Uint16Array(body.length >> 1), new Uint32Array(body.length >> 2)];
  const bytes = new DataView(body.buffer, body.byteOffset, body.length);
  let [position, days, counts] = [0, 0, 0];
  function length(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = body.readUInt8(position++);
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }
  /** The length of a list that follows. */
  function listOf(bytesEach: number): number {
    const size = length();
    if (position + size * bytesEach > body.length) throw new RangeError('The bytes end inside a row.');
    return size;
  }
  return {
    more: () => position < body.length,
    text(): string {
      const size = length();
      position += size;
      return body.toString('utf8', position - size, position);
    },
    days(): Uint16Array {
      const size = listOf(2);
      const list = allDays.subarray(days, days + size);
      for (let index = 0, at = position; index < size; index++, at += 2)
        list[index] = bytes.getUint16(at, true);
      position += 2 * size;
      days += size;
      return list;
    },
    counts(): Uint32Array {
      const size = listOf(4);
      const list = allCounts.subarray(counts, counts + size);
      for (let index = 0, at = position; index < size; index++, at += 4)
        list[index] = bytes.getUint32(at, true);
      position += 4 * size;
      counts += size;
      return list;
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
