import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';
import { explainIssues } from './explain-issues.ts';

/** Something in a city pack is not as it should be; says which file and field, and what was expected. */
export class CityPackError extends Error {
  override readonly name = 'CityPackError';
}

/**
 * The text of a file of a pack.
 * @throws CityPackError saying why it cannot be read
 */
export function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const denied = code === 'EACCES' || code === 'EPERM';
    const reason = denied
      ? 'no permission to read it; allow it (chmod +r), or run the command as its owner'
      : `it cannot be read (${code})`;
    throw new CityPackError(`${file}: ${reason}`, { cause });
  }
}

function contentOf(file: string): unknown {
  const json = file.endsWith('json');
  const text = textOf(file);
  try {
    return json ? JSON.parse(text) : parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CityPackError(`${file}: not readable as ${json ? 'JSON' : 'YAML'}: ${reason}`, { cause });
  }
}

/** The content of a YAML or (Geo)JSON file in the shape it must have. */
export function readShaped<Shape extends z.ZodType>(file: string, shape: Shape): z.output<Shape> {
  const content = contentOf(file);
  const result = shape.safeParse(content);
  if (result.success) return result.data;
  throw new CityPackError(`${file}: ${explainIssues(shape, result.error, content)}`, { cause: result.error });
}

/** The same for a list that may be left out. */
export const readOptionalList = <Item extends z.ZodType>(
  file: string,
  shape: z.ZodArray<Item>,
): z.output<Item>[] => (existsSync(file) ? readShaped(file, shape) : []);
