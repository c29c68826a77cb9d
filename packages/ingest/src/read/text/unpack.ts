import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { pipeline, type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Decompress } from 'fzstd';
import type { Compression, InputFile } from '../input-file.ts';
import { LoadError } from '../load-error.ts';
import { compressionOf } from './signature.ts';

/** Told how many bytes of the file, as it lies on disk, were read so far. */
export type OnBytes = (bytes: number) => void;

const blockSize = 1 << 20;

function counted(onBytes: OnBytes): Transform {
  let bytes = 0;
  return new Transform({
    highWaterMark: blockSize,
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      onBytes(bytes);
      done(null, chunk);
    },
  });
}

/** Node has no Zstandard before version 22.15. */
function unzstd(): Transform {
  let complete = false;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        decompress.push(chunk);
        done();
      } catch (cause) {
        done(cause as Error);
      }
    },
    flush(done) {
      try {
        if (!complete) decompress.push(new Uint8Array(0), true);
        done();
      } catch (cause) {
        done(cause as Error);
      }
    },
  });
  const decompress = new Decompress((chunk, final) => {
    complete ||= final === true;
    if (chunk.length > 0) stream.push(Buffer.from(chunk));
  });
  return stream;
}

/** The first bytes of a file as it lies on disk. */
export function firstBytes(path: string, length: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
  } finally {
    closeSync(file);
  }
}

function explained({ name }: InputFile, compression: Compression, cause: Error): unknown {
  const { code } = cause as { code?: unknown };
  const said = typeof code === 'string' ? code : '';
  if (compression === 'none' || cause instanceof LoadError) return cause;
  if (said === 'Z_BUF_ERROR' || /unexpected EOF/i.test(cause.message))
    return new LoadError(`${name}: the compressed file ends too early; fetch it again and load it again`, {
      cause,
    });
  if (said === '' || said.startsWith('Z_'))
    return new LoadError(`${name}: the compressed file is damaged (${cause.message}); fetch it again`, {
      cause,
    });
  return cause;
}

/**
 * The bytes of a file, unpacked where they are packed, whatever its name says: browsers unpack what they
 * fetch and leave the name.
 * @throws LoadError when a packed file is damaged or ends too early; fails as reading does
 */
export async function* unpacked(file: InputFile, onBytes: OnBytes): AsyncGenerator<Buffer> {
  const compression = compressionOf(firstBytes(file.path, 4));
  const stages: Transform[] = [counted(onBytes)];
  if (compression === 'gz') stages.push(createGunzip({ chunkSize: blockSize }));
  if (compression === 'zst') stages.push(unzstd());
  const source: Readable = createReadStream(file.path, { highWaterMark: blockSize });
  const content = stages.reduce<Readable>((from, to) => pipeline(from, to, () => undefined), source);
  try {
    for await (const chunk of content) yield chunk as Buffer;
  } catch (cause) {
    throw explained(file, compression, cause as Error);
  } finally {
    source.destroy();
  }
}
