import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '@hotline-atlas/clickhouse';

const prefix = 'demonstration-';
const finished = '.loaded';

/** Where the files of a history lie until all of it is loaded: as long as they do, it is not complete. */
export const historyFolder = (dataDir: string, appeals: number): string =>
  join(dataDir, `${prefix}${appeals}`);

/** Appeals of the histories that were begun in a data folder. */
export function begunHistories(dataDir: string): number[] {
  if (!existsSync(dataDir)) return [];
  return readdirSync(dataDir)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
    .filter((size) => /^[1-9]\d*$/.test(size))
    .map(Number)
    .sort((a, b) => a - b);
}

/**
 * Removes the files of a history that is loaded. Under another name first: half of them would look like one
 * begun.
 */
export function removeHistory(dataDir: string, appeals: number): void {
  const folder = historyFolder(dataDir, appeals);
  renameSync(folder, `${folder}${finished}`);
  removeFinished(dataDir);
}

/** Removes what {@link removeHistory} was interrupted in removing. */
export function removeFinished(dataDir: string): void {
  if (!existsSync(dataDir)) return;
  for (const name of readdirSync(dataDir))
    if (name.startsWith(prefix) && name.endsWith(finished))
      rmSync(join(dataDir, name), { recursive: true, force: true });
}

/** What is there when a history is asked for. */
export interface Found {
  dataDir: string;
  /** Appeals readers see. */
  published: number;
  /** Sizes of histories that were begun and are not complete. */
  begun: readonly number[];
}

/** The history made where nothing is there and none is asked for. */
export const demonstrationAppeals = 2_000_000;

/** What was asked for of a demonstration history. */
export interface DemonstrationRequest {
  /** Whether one was asked for, so that it is made in a server of one's own, too. */
  wanted: boolean;
  /** Its appeals; null: as many as were begun, or the usual ones. */
  appeals: number | null;
}

const many = (appeals: number): string => `${appeals.toLocaleString('en')} appeals`;

/**
 * The history to make or to go on with, or null where what is there is to be shown. Histories of two sizes
 * share no appeal: one on top of the other would be neither.
 * @param asked appeals asked for; null: whatever is there
 * @throws ConfigurationError when another one is there
 */
export function chooseHistory(asked: number | null, { dataDir, published, begun }: Found): number | null {
  const last = begun.at(-1);
  if (last !== undefined) {
    if (asked === null || begun.includes(asked)) return asked ?? last;
    throw new ConfigurationError(
      `${dataDir} holds a synthetic history of ${many(last)} that was begun and is not complete: go on with \`pnpm start --appeals ${last}\`, or set DATA_DIR to another folder for one of ${many(asked)}.`,
    );
  }
  if (published === 0) return asked ?? demonstrationAppeals;
  if (asked === null || asked <= published) return null;
  throw new ConfigurationError(
    `${dataDir} holds a synthetic history of ${many(published)}, and a larger one cannot be put on top of it: see it with \`pnpm start\` alone, or set DATA_DIR to another folder for one of ${many(asked)}.`,
  );
}
