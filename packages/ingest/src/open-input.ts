import { createReadStream } from 'node:fs';
import { pipeline, type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Decompress } from 'fzstd';
import type { InputFile } from './input-file.ts';
import { LoadError } from './load-error.ts';

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

function decoded(encoding: string): Transform {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        done(null, Buffer.from(decoder.decode(chunk, { stream: true })));
      } catch (cause) {
        done(cause as Error);
      }
    },
    flush(done) {
      try {
        done(null, Buffer.from(decoder.decode()));
      } catch (cause) {
        done(cause as Error);
      }
    },
  });
}

const isUtf8 = (encoding: string): boolean => /^utf-?8$/i.test(encoding);

function explained(file: InputFile, encoding: string, cause: Error): LoadError {
  const { code } = cause as NodeJS.ErrnoException;
  if (cause instanceof LoadError) return cause;
  if (code === 'Z_BUF_ERROR' || /unexpected EOF/i.test(cause.message))
    return new LoadError(
      `${file.name}: the compressed file ends too early; fetch it again and load it again`,
      { cause },
    );
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return new LoadError(`${file.name}: the text is not ${encoding}; correct \`encoding\` in the source`, {
      cause,
    });
  if (file.compression !== 'none' && (code?.startsWith('Z_') || /zstd|invalid/i.test(cause.message)))
    return new LoadError(`${file.name}: the compressed file is damaged (${cause.message}); fetch it again`, {
      cause,
    });
  return new LoadError(`${file.name}: cannot be read: ${cause.message}`, { cause });
}

/**
 * The content of a file as UTF-8 bytes (or as it is, for Parquet), unpacked.
 * @throws LoadError when the file is damaged, ends too early or is not text of the encoding
 */
export async function* readInput(
  file: InputFile,
  encoding: string,
  onBytes: OnBytes,
): AsyncGenerator<Buffer> {
  const stages: Transform[] = [counted(onBytes)];
  if (file.compression === 'gz') stages.push(createGunzip({ chunkSize: blockSize }));
  if (file.compression === 'zst') stages.push(unzstd());
  if (!isUtf8(encoding) && file.format !== 'parquet') stages.push(decoded(encoding));
  const source: Readable = createReadStream(file.path, { highWaterMark: blockSize });
  const content = stages.reduce<Readable>((from, to) => pipeline(from, to, () => undefined), source);
  try {
    for await (const chunk of content) yield chunk as Buffer;
  } catch (cause) {
    throw explained(file, encoding, cause as Error);
  } finally {
    source.destroy();
  }
}
