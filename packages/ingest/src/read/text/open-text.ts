import type { InputFile } from '../input-file.ts';
import { LoadError } from '../load-error.ts';
import { decoded, looksLikeUtf16, markedEncoding, withoutMark } from './decode.ts';
import { foreignContent, foreignText } from './signature.ts';
import { type OnBytes, unpacked } from './unpack.ts';

/** A text file that is being read, as UTF-8 without a byte order mark. */
export interface OpenText {
  /** Its first megabyte, or all of it. */
  head: Buffer;
  /** Whether that is all. */
  whole: boolean;
  /** What follows. */
  rest: AsyncGenerator<Buffer>;
  encoding: string;
}

/** What is looked at to know how a file is to be read: a header has to end within it. */
export const headSize = 1 << 20;
const signatureSize = 4096;

/** So many bytes, or a few more, or all that there are. */
async function take(
  chunks: AsyncGenerator<Buffer>,
  size: number,
): Promise<{ bytes: Buffer; whole: boolean }> {
  const taken: Buffer[] = [];
  for (let length = 0; length < size; ) {
    const { value, done } = await chunks.next();
    if (done) return { bytes: Buffer.concat(taken), whole: true };
    taken.push(value);
    length += value.length;
  }
  return { bytes: Buffer.concat(taken), whole: false };
}

async function* chain(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

function encodingOf({ name }: InputFile, named: string, bytes: Buffer): string {
  const marked = markedEncoding(bytes);
  const unmarked = marked || /utf-?16/i.test(named) ? null : looksLikeUtf16(bytes);
  if (unmarked)
    throw new LoadError(
      `${name}: the text looks like ${unmarked} without a byte order mark, but the source says ${named}; set \`encoding: ${unmarked}\` in the source`,
    );
  return marked ?? named;
}

/**
 * Opens a file of text, unpacked where it is packed. A byte order mark says the encoding; without one it is
 * that of the source.
 * @throws LoadError when the file is empty, damaged, no text, or not text of the encoding
 */
export async function openText(file: InputFile, encoding: string, onBytes: OnBytes): Promise<OpenText> {
  const bytes = unpacked(file, onBytes);
  try {
    const { bytes: first } = await take(bytes, signatureSize);
    const foreign = foreignContent(first.subarray(0, signatureSize));
    if (foreign) throw new LoadError(`${file.name}: not a ${file.format} file but ${foreign}`);
    const found = encodingOf(file, encoding, first.subarray(0, signatureSize));
    const text = decoded(file, found, chain(first, bytes));
    const { bytes: taken, whole } = await take(text, headSize);
    const head = withoutMark(taken);
    if (whole && head.toString('utf8').trim() === '') throw new LoadError(`${file.name}: the file is empty`);
    const other = foreignText(head.subarray(0, signatureSize));
    if (other) throw new LoadError(`${file.name}: not a ${file.format} file but ${other}`);
    return { head, whole, rest: text, encoding: found };
  } catch (error) {
    await bytes.return(undefined);
    throw error;
  }
}
