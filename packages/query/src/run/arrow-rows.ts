const schemaAndBatches = 0xff_ff_ff_ff;
const recordBatch = 3;

/** Position of a field of a FlatBuffers table; 0 where the field is not set. */
function fieldAt(bytes: DataView, table: number, field: number): number {
  const vtable = table - bytes.getInt32(table, true);
  const entry = 4 + 2 * field;
  const offset = entry < bytes.getUint16(vtable, true) ? bytes.getUint16(vtable + entry, true) : 0;
  return offset === 0 ? 0 : table + offset;
}

/** Follows the offset that stands at a position. */
const follow = (bytes: DataView, position: number): number => position + bytes.getUint32(position, true);

const longAt = (bytes: DataView, position: number): number =>
  position === 0 ? 0 : Number(bytes.getBigInt64(position, true));

/**
 * Rows in a stream of Arrow IPC messages, from the lengths its record batches declare: no column is decoded.
 */
export function rowsInArrow(body: Buffer): number {
  const bytes = new DataView(body.buffer, body.byteOffset, body.byteLength);
  let rows = 0;
  let position = 0;
  while (position + 8 <= bytes.byteLength && bytes.getUint32(position, true) === schemaAndBatches) {
    const size = bytes.getUint32(position + 4, true);
    if (size === 0) break;
    const message = follow(bytes, position + 8);
    const type = fieldAt(bytes, message, 1);
    const header = fieldAt(bytes, message, 2);
    if (type !== 0 && bytes.getUint8(type) === recordBatch)
      rows += longAt(bytes, fieldAt(bytes, follow(bytes, header), 0));
    position += 8 + size + longAt(bytes, fieldAt(bytes, message, 3));
  }
  return rows;
}
