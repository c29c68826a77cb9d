import { z } from 'zod';

function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
}

/**
 * How the text of a source's files is encoded: a name of the WHATWG Encoding Standard
 * (https://encoding.spec.whatwg.org/#names-and-labels).
 */
export const encodingName = z.string().refine(isEncoding, {
  error: ({ input }) =>
    `“${input}” is no encoding; expected a name such as utf-8, gb18030, gbk, big5, shift_jis, utf-16le, windows-1252 (often called ANSI) or iso-8859-15`,
});

/** The character between the fields of a source's files. */
export const delimiterCharacter = z
  .string()
  .regex(/^[\t !#-/:-@[-`{-~]$/, { error: 'expected one character such as "," ";" "|" or "\\t"' });
