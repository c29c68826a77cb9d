import { Transform } from 'node:stream';

/**
 * The end of a Parquet file: the stop of its footer, the footer's length (four bytes, little-endian), `PAR1`.
 */
const tailBytes = 9;
const magic = 'PAR1';

/**
 * Thrift's compact protocol: types of a list of structs and of a string, and the number of
 * `key_value_metadata` in the footer.
 */
const [binary, list, struct, keyValueMetadata] = [8, 9, 12, 5];
const stop = 0;

function variableLength(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}

const textField = (text: string): Buffer => {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x10 + binary]), variableLength(bytes.length), bytes]);
};

/**
 * The field of the footer that holds pairs of a key and a value, with its number written out: fields may come
 * in any order.
 */
function keyValues(pairs: readonly (readonly [string, string])[]): Buffer {
  const header =
    pairs.length < 15
      ? Buffer.from([pairs.length * 16 + struct])
      : Buffer.concat([Buffer.from([0xf0 + struct]), variableLength(pairs.length)]);
  const structs = pairs.map(([key, value]) =>
    Buffer.concat([textField(key), textField(value), Buffer.from([stop])]),
  );
  return Buffer.concat([Buffer.from([list, keyValueMetadata * 2]), header, ...structs]);
}

/**
 * Writes pairs into the footer of a Parquet file that passes by, as its key-value metadata; the engine has no
 * way to. Only the last nine bytes are held back. A file whose end is none (broken off) fails. See
 * https://parquet.apache.org/docs/file-format/metadata/ and Thrift's compact protocol.
 */
export function withKeyValues(pairs: readonly (readonly [string, string])[]): Transform {
  let held = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const all = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
      const passed = Math.max(all.length - tailBytes, 0);
      held = Buffer.from(all.subarray(passed));
      done(null, passed > 0 ? all.subarray(0, passed) : undefined);
    },
    flush(done) {
      const ends = held.length === tailBytes && held[0] === stop && held.toString('latin1', 5) === magic;
      if (!ends) {
        done(new Error('The engine sent a Parquet file without an end'));
        return;
      }
      const added = keyValues(pairs);
      const length = Buffer.alloc(4);
      length.writeUInt32LE(held.readUInt32LE(1) + added.length);
      done(null, Buffer.concat([added, Buffer.from([stop]), length, Buffer.from(magic)]));
    },
  });
}
