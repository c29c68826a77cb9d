import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type InputFile, type InputFormat, inputFile } from './input-file.ts';

/**
 * Standard input, kept in a file until it is loaded: the ledger must know all of its bytes before it counts.
 */
export async function spoolStandardInput(
  dataDir: string,
  format: InputFormat,
): Promise<{ file: InputFile; remove(): void }> {
  const folder = join(dataDir, 'incoming');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `standard-input-${process.pid}`);
  await pipeline(process.stdin, createWriteStream(path, { mode: 0o600 }));
  return { file: inputFile(path, format, 'standard input'), remove: () => rmSync(path, { force: true }) };
}
