import { createHash } from 'node:crypto';
import { createReadStream, existsSync, type Stats, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { glob } from 'tinyglobby';
import { problemOfFile, systemProblem } from './file-problem.ts';
import { LoadError } from './load-error.ts';

export const inputFormats = ['csv', 'tsv', 'ndjson', 'parquet'] as const;
export type InputFormat = (typeof inputFormats)[number];
export type Compression = 'none' | 'gz' | 'zst';

/** One file to load, as it was when it was found. */
export interface InputFile {
  path: string;
  /** What the ledger and messages call it. */
  name: string;
  format: InputFormat;
  compression: Compression;
  bytes: number;
  modified: number;
}

const isFormat = (text: string): text is InputFormat => inputFormats.some((format) => format === text);

/**
 * Format and compression by the name's endings.
 * @throws LoadError when they are none of ours
 */
function kindOfFile(name: string): Pick<InputFile, 'format' | 'compression'> {
  const endings = basename(name).toLowerCase().split('.').slice(1);
  const last = endings.at(-1);
  const compression =
    last === 'gz' || last === 'gzip' ? 'gz' : last === 'zst' || last === 'zstd' ? 'zst' : 'none';
  const ending = endings.at(compression === 'none' ? -1 : -2) ?? '';
  const format = ending === 'jsonl' ? 'ndjson' : ending;
  if (isFormat(format)) return { format, compression };
  throw new LoadError(
    `${name}: the ending says no format; files end in ${inputFormats.map((known) => `.${known}`).join(', ')}, plain or with .gz or .zst (or give --format)`,
  );
}

/** A file that was asked for and cannot be loaded, and why. */
export interface FailedFile {
  file: string;
  /** One line that begins with the file's name. */
  problem: string;
}

/** Files that were asked for: those that are there, and those that cannot be loaded. */
export interface FoundFiles {
  files: InputFile[];
  failed: FailedFile[];
}

/** A file on disk. @throws LoadError when it is not there or no regular file */
export function inputFile(path: string, format?: InputFormat, name = path): InputFile {
  const stat = statOf(path, name);
  if (stat.isDirectory())
    throw new LoadError(
      `${name}: a folder, not a file; name the files in it, such as '${join(name, '*.csv')}'`,
    );
  if (!stat.isFile()) throw new LoadError(`${name}: not a regular file; give its content with - instead`);
  const kind = format ? { format, compression: kindOfCompression(name) } : kindOfFile(name);
  return { path, name, ...kind, bytes: stat.size, modified: stat.mtimeMs };
}

const kindOfCompression = (name: string): Compression =>
  /\.gz(ip)?$/i.test(name) ? 'gz' : /\.zstd?$/i.test(name) ? 'zst' : 'none';

function statOf(path: string, name: string): Stats {
  try {
    return statSync(path);
  } catch (cause) {
    throw new LoadError(`${name}: ${systemProblem(cause)}`, { cause });
  }
}

/**
 * Files of paths and globs, in the order given; those of one glob sorted by name. Each stands for itself: one
 * that cannot be loaded does not keep the others from it.
 */
export async function findFiles(patterns: readonly string[], format?: InputFormat): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], failed: [] };
  const failing = (file: string, error: unknown) => {
    const problem = problemOfFile(file, error);
    if (problem === null) throw error;
    found.failed.push({ file, problem });
  };
  const seen = new Set<string>();
  for (const pattern of patterns) {
    const paths = await expandPattern(pattern).catch((error: unknown) => failing(pattern, error));
    for (const path of paths ?? []) {
      if (seen.has(path)) continue;
      seen.add(path);
      try {
        found.files.push(inputFile(path, format));
      } catch (error) {
        failing(path, error);
      }
    }
  }
  return found;
}

async function expandPattern(pattern: string): Promise<string[]> {
  if (existsSync(pattern) || !/[*?{[]/.test(pattern)) return [pattern];
  const paths = await glob(pattern, { absolute: true, onlyFiles: true, expandDirectories: false });
  if (paths.length === 0) throw new LoadError(`${pattern}: no file matches`);
  return paths.sort();
}

/** SHA-256 of the bytes as they are: what the ledger knows a file by. Fails as reading does. */
export async function contentHash(file: InputFile): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file.path, { highWaterMark: 1 << 20 }))
    hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** @throws LoadError when the file is not what it was when it was found: somebody is still writing it */
export function assertUnchanged(file: InputFile): void {
  const stat = statSync(file.path, { throwIfNoEntry: false });
  if (stat?.size === file.bytes && stat.mtimeMs === file.modified) return;
  throw new LoadError(`${file.name}: the file changed while it was read; load it again when it is complete`);
}
