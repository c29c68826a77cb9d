import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { City } from '@hotline-atlas/city';
import type { Database } from '@hotline-atlas/clickhouse';
import { readCalibration } from './calibration.ts';
import { claimFolder } from './manifest.ts';
import { type WrittenFile, writeMonth } from './month-file.ts';
import type { Month } from './plan/calendar.ts';
import { fingerprintOf, type History, planHistory } from './plan/history.ts';
import { monthPlanner } from './plan/month-plan.ts';
import { appealsQuery } from './query.ts';
import { truthOf, writeTruth } from './truth/write-truth.ts';

/** The history that is made when nothing else is asked for: from its first month up to, not including, its last. */
export const wholeHistory: { from: Month; to: Month; seed: number } = {
  from: '2019-01',
  to: '2025-01',
  seed: 12345,
};

/** How far the work is. */
export interface Progress {
  /** Appeals in the files that are whole. */
  appeals: number;
  allAppeals: number;
  files: number;
  allFiles: number;
}

export interface SynthesizeOptions {
  database: Database;
  city: City;
  appeals: number;
  /** Folder the files go to; made where it does not exist. */
  out: string;
  from?: Month;
  to?: Month;
  seed?: number;
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

/** What was made. */
export interface Synthesized {
  /** Paths in the order of their months. */
  files: string[];
  /** Files that were there from an earlier run. */
  kept: number;
  appeals: number;
  bytes: number;
  seconds: number;
  from: Month;
  to: Month;
  seed: number;
}

/** Each file is made by one thread; while one is planned, two others keep two cores busy. */
const filesAtATime = 3;

async function inTurns<Item, Result>(
  items: readonly Item[],
  atATime: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const take = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at];
      if (item !== undefined) results[at] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: atATime }, take));
  return results;
}

function claim(history: History, out: string): void {
  const { city, appeals, from, to, seed } = history;
  mkdirSync(out, { recursive: true });
  claimFolder(out, {
    history: fingerprintOf(history, appealsQuery([])),
    city: city.code,
    appeals,
    from,
    to,
    seed,
  });
}

/**
 * Makes a history of appeals that never happened, calibrated to what is published about the real ones: one Parquet file a
 * month. The same options give the same bytes; files that are whole already are kept, so a run that was stopped goes on.
 * @throws ForeignFilesError when the folder holds other files; DatabaseError when the engine fails
 */
export async function synthesize(options: SynthesizeOptions): Promise<Synthesized> {
  const began = performance.now();
  const { database, city, appeals, out, signal, onProgress } = options;
  const { from = wholeHistory.from, to = wholeHistory.to, seed = wholeHistory.seed } = options;
  const history = planHistory(city, readCalibration(), { appeals, from, to, seed });
  claim(history, out);
  const months = history.months.filter((month) => month.appeals > 0);
  const planMonth = monthPlanner(history);
  const progress: Progress = { appeals: 0, allAppeals: appeals, files: 0, allFiles: months.length };
  const written = await inTurns(months, filesAtATime, async (month): Promise<WrittenFile> => {
    const path = join(out, `${city.code}-${month.month}.parquet`);
    const file = await writeMonth(database, path, () => planMonth(month), signal);
    progress.appeals += month.appeals;
    progress.files += 1;
    onProgress?.({ ...progress });
    return file;
  });
  writeTruth(out, history, await truthOf(database, history));
  return {
    files: written.map(({ path }) => path),
    kept: written.filter(({ kept }) => kept).length,
    appeals: progress.appeals,
    bytes: written.reduce((sum, { bytes }) => sum + bytes, 0),
    seconds: Math.round(performance.now() - began) / 1000,
    from,
    to,
    seed,
  };
}
