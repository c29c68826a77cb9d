import type { InputFile } from '../input-file.ts';
import { LoadError } from '../load-error.ts';

const byteOrderMarks = [
  { bytes: Buffer.from([0xef, 0xbb, 0xbf]), encoding: 'utf-8' },
  { bytes: Buffer.from([0xff, 0xfe]), encoding: 'utf-16le' },
  { bytes: Buffer.from([0xfe, 0xff]), encoding: 'utf-16be' },
] as const;

/** The encoding a byte order mark at the beginning of a file says; null where there is none. */
export const markedEncoding = (bytes: Buffer): string | null =>
  byteOrderMarks.find((mark) => bytes.subarray(0, mark.bytes.length).equals(mark.bytes))?.encoding ?? null;

/** UTF-8 text without a byte order mark. */
export const withoutMark = (bytes: Buffer): Buffer =>
  markedEncoding(bytes) === 'utf-8' ? bytes.subarray(3) : bytes;

/**
 * Whether bytes without a byte order mark look like UTF-16: nearly every other byte of mostly Latin text is
 * zero.
 */
export function looksLikeUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0];
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > bytes.length / 4 && even < odd / 10) return 'utf-16le';
  return even > bytes.length / 4 && odd < even / 10 ? 'utf-16be' : null;
}

/** What the bytes 0x80 to 0x9F are in windows-1252. Some versions of Node read them as in ISO 8859-1. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decoderOf(encoding: string): TextDecoder {
  const decoder = new TextDecoder(encoding, { fatal: true });
  if (decoder.encoding !== 'windows-1252') return decoder;
  const decode = decoder.decode.bind(decoder);
  decoder.decode = (bytes, options) =>
    decode(bytes, options).replace(/[\u0080-\u009f]/g, (one) => windows1252[one.charCodeAt(0) - 0x80] ?? one);
  return decoder;
}

/**
 * Text of an encoding as UTF-8 bytes.
 * @throws LoadError when it is not text of the encoding
 */
export async function* decoded(
  { name }: InputFile,
  encoding: string,
  chunks: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  const decoder = decoderOf(encoding);
  if (decoder.encoding === 'utf-8') return yield* chunks;
  try {
    for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
    yield Buffer.from(decoder.decode());
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw cause;
    throw new LoadError(`${name}: the text is not ${encoding}; correct \`encoding\` in the source`, {
      cause,
    });
  }
}
