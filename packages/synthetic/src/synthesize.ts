import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { City } from '@hotline-atlas/city';
import type { Database } from '@hotline-atlas/clickhouse';
import type { LocalDate } from '@hotline-atlas/model';
import { writeBrokenLines, writeTruncated } from './broken-lines.ts';
import { readCalibration } from './calibration.ts';
import { claimFolder } from './manifest.ts';
import { type MonthMaker, makeMonth, type WrittenFile, writing } from './month-files.ts';
import type { Month } from './plan/calendar.ts';
import { fingerprintOf, type History, planHistory } from './plan/history.ts';
import { monthPlanner } from './plan/month-plan.ts';
import { type Addition, appealsQuery, correctionsQuery, defectsQuery } from './query.ts';
import { correctionTruth, type Move } from './truth/corrections.ts';
import { type CountedDefect, type DefectTruth, defectTruth } from './truth/defects.ts';
import { truthOf, writeTruth } from './truth/write-truth.ts';

/**
 * The history that is made when nothing else is asked for: from its first month up to, not including, its
 * last. It never changes, so that what is measured of it can be compared; the demonstration of `pnpm start`
 * ends with yesterday.
 */
export const wholeHistory: { from: Month; to: Month; seed: number } = {
  from: '2019-01',
  to: '2025-01',
  seed: 12345,
};

/** How far the work is. */
export interface Progress {
  /** Appeals in the files that are whole. */
  appeals: number;
  /** Of these, those in files that were there from an earlier run. */
  kept: number;
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
  /** First month, or first day, that is not made. */
  to?: Month | LocalDate;
  seed?: number;
  /** Whether the last weeks hold what `calibration/story.yaml` says. */
  story?: boolean;
  /** Whether some units game as `calibration/gaming.yaml` says. */
  gaming?: boolean;
  /** Whether orders say who signed for them and how often they came back. */
  returns?: boolean;
  /** Share of the appeals that files in `corrections/` correct later; none where not given. */
  corrections?: number;
  /** Share of the appeals that files in `defects/` tell once more, badly; none where not given. */
  defects?: number;
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
  /** Appeals corrected later. */
  corrections: number;
  /** Rows with a defect. */
  defects: number;
  /** Of the files of appeals. */
  bytes: number;
  seconds: number;
  from: Month;
  to: Month | LocalDate;
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

interface Parts {
  corrections?: number;
  defects?: number;
}

/** Folders of what is told besides the history itself. */
const partFolders = { corrections: 'corrections', defects: 'defects' } as const;

/** What a history has besides the steps of every one. */
const additionsOf = ({ games, returns }: Pick<History, 'games' | 'returns'>): Addition[] => [
  ...(games ? (['gaming'] as const) : []),
  ...(returns ? (['returns'] as const) : []),
];

function claim(history: History, out: string, parts: Parts): void {
  const { city, appeals, from, to, seed } = history;
  const additions = additionsOf(history);
  const planted = {
    ...(history.story && { story: true }),
    ...(history.games && { gaming: true }),
    ...(history.returns && { returns: true }),
  };
  const claimed = (folder: string, sql: string, more: { share?: number }) => {
    mkdirSync(folder, { recursive: true });
    const made = fingerprintOf(history, JSON.stringify([sql, more, writing]));
    claimFolder(folder, { history: made, city: city.code, appeals, from, to, seed, ...planted, ...more });
  };
  claimed(out, appealsQuery([], additions), {});
  if (parts.corrections)
    claimed(join(out, partFolders.corrections), correctionsQuery([], additions, 'file'), {
      share: parts.corrections,
    });
  if (parts.defects)
    claimed(join(out, partFolders.defects), defectsQuery([], additions, 'file'), { share: parts.defects });
}

interface MadeMonth {
  file: WrittenFile;
  moves: Move[];
  defects: CountedDefect[];
}

const inMillion = (share: number): number => Math.round(share * 1e6);

/**
 * The files of one month: the appeals, and what else is asked for. A month without corrections has no file of
 * them.
 */
async function writeMonth(
  month: MonthMaker,
  name: string,
  additions: readonly Addition[],
  { out, city, corrections = 0, defects = 0 }: SynthesizeOptions,
): Promise<MadeMonth> {
  const file = await month.write(join(out, `${name}.parquet`), (arrays) => appealsQuery(arrays, additions));
  const corrected = { corrected: inMillion(corrections) };
  const moves =
    corrections > 0
      ? await month.ask<Move>((arrays) => correctionsQuery(arrays, additions, 'moves'), corrected)
      : [];
  if (moves.length > 0)
    await month.write(
      join(out, partFolders.corrections, `${name}-corrections.parquet`),
      (arrays) => correctionsQuery(arrays, additions, 'file'),
      corrected,
    );
  const defective = { defective: inMillion(defects), zone: city.time_zone };
  const counted =
    defects > 0
      ? await month.ask<CountedDefect>((arrays) => defectsQuery(arrays, additions, 'count'), defective)
      : [];
  if (counted.length > 0)
    await month.write(
      join(out, partFolders.defects, `${name}-defects.csv`),
      (arrays) => defectsQuery(arrays, additions, 'file'),
      defective,
    );
  return { file, moves, defects: counted };
}

/** What of the defects no query makes: lines that are no CSV, and a file that ends in the middle. */
function breakFiles(out: string, city: City, share: number, months: readonly MadeMonth[]): DefectTruth {
  const folder = join(out, partFolders.defects);
  const broken = writeBrokenLines(join(folder, `${city.code}-broken-lines.csv`));
  const truncated = `${city.code}-truncated.parquet`;
  const [first] = months;
  if (first) writeTruncated(join(folder, truncated), first.file.path, first.file.bytes);
  return defectTruth(share, [...months.flatMap(({ defects }) => defects), ...broken], [truncated]);
}

/**
 * Makes a history of appeals that never happened, calibrated to what is published about the real ones: one
 * Parquet file a month, and what is true of them beside it. The same options give the same bytes; files that
 * are whole already are kept, so a run that was stopped goes on.
 * @throws ForeignFilesError when the folder holds other files; DatabaseError when the engine fails
 */
export async function synthesize(options: SynthesizeOptions): Promise<Synthesized> {
  const began = performance.now();
  const {
    database,
    city,
    appeals,
    out,
    signal,
    onProgress,
    corrections = 0,
    defects = 0,
    story = false,
    gaming = false,
    returns = false,
  } = options;
  const { from = wholeHistory.from, to = wholeHistory.to, seed = wholeHistory.seed } = options;
  const history = planHistory(city, readCalibration(), { appeals, from, to, seed, story, gaming, returns });
  claim(history, out, { corrections, defects });
  const months = history.months.filter((month) => month.appeals > 0);
  const planMonth = monthPlanner(history);
  const progress: Progress = { appeals: 0, kept: 0, allAppeals: appeals, files: 0, allFiles: months.length };
  const made = await inTurns(months, filesAtATime, async (month): Promise<MadeMonth> => {
    const name = `${city.code}-${month.month}`;
    const written = await makeMonth(
      database,
      () => planMonth(month),
      (maker) => writeMonth(maker, name, additionsOf(history), options),
      signal,
    );
    progress.appeals += month.appeals;
    if (written.file.kept) progress.kept += month.appeals;
    progress.files += 1;
    onProgress?.({ ...progress });
    return written;
  });
  const later = {
    corrections:
      corrections > 0
        ? correctionTruth(
            corrections,
            made.flatMap(({ moves }) => moves),
          )
        : null,
    defects: defects > 0 ? breakFiles(out, city, defects, made) : null,
  };
  writeTruth(out, history, await truthOf(database, history, later));
  const files = made.map(({ file }) => file);
  return {
    files: files.map(({ path }) => path),
    kept: files.filter(({ kept }) => kept).length,
    appeals: progress.appeals,
    corrections: later.corrections?.appeals ?? 0,
    defects: later.defects?.rows ?? 0,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    seconds: Math.round(performance.now() - began) / 1000,
    from,
    to,
    seed,
  };
}
