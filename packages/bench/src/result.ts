import { readFileSync } from 'node:fs';
import type { Completeness } from '@hotline-atlas/model';
import { z } from 'zod';
import type { BrowserFigures } from './measure/browser.ts';
import type { ComparedFigures } from './measure/compare-sides.ts';
import type { ExportFigures } from './measure/exporting.ts';
import type { JudgingFigures } from './measure/judging.ts';
import type { LoadingFigures } from './measure/loading.ts';
import type { StorageFigures } from './measure/storage.ts';
import type { UsersFigures } from './measure/users.ts';
import type { Pace } from './pace.ts';
import type { Summary } from './summary.ts';

/** The machine and the programs. */
export interface Machine {
  cores: number;
  processor: string;
  memory_bytes: number;
  platform: string;
  node: string;
  engine: string;
  duckdb: string;
}

/** The questions in groups; the screens of all history are among the screens. */
export const listNames = [
  'screens',
  'screens_all_history',
  'hard_part',
  'hard_all_history',
  'search',
  'clicks',
] as const;
export type ListName = (typeof listNames)[number];
/** The lists that are put to all sides. */
export type ComparedName = Exclude<ListName, 'search' | 'clicks'>;

/** Ours, on all questions of a list. */
export interface OurSummary {
  /** Questions asked, and questions of the list. */
  asked: number;
  of: number;
  /** Between API and engine. */
  server: Summary;
  /** As a client sees it. */
  wall: Summary;
  rows_read: Summary;
  /** Questions answered from each table. */
  sources: Record<string, number>;
  failed: { address: string; failed: string }[];
  slowest: { name: string; server: number; rows_read: number; source: string }[];
}

/** The same questions on all sides. */
export interface SidesSummary {
  questions: number;
  of: number;
  ours: Summary;
  bare: Summary | null;
  duckdb: Summary | null;
  /** p95 of the other side over p95 of ours. */
  bare_ratio: number | null;
  duckdb_ratio: number | null;
  /** Medians of the ratios question by question. */
  bare_median_ratio: number | null;
  duckdb_median_ratio: number | null;
}

/** Everything a run measured. Milliseconds and bytes unless a name says otherwise. */
export interface Result {
  format: 'hotline-atlas-bench-1';
  made: string;
  commit: string;
  machine: Machine;
  city: string;
  synthetic: boolean;
  appeals: number;
  version: number;
  first_day: string;
  last_day: string;
  minutes: number;
  seconds: number;
  /** What was summed up and indexed whenever a part began, and at the end; older results do not say. */
  summed_up?: (Completeness & { part: string })[];
  /** Of the machine, whenever a part began, and at the end. */
  pace: Pace[];
  left_out: string[];
  asking: {
    /** Results from before there were questions after several clicks have no list of them. */
    lists: Record<Exclude<ListName, 'clicks'>, OurSummary> & { clicks?: OurSummary };
    cold: { server: Summary; wall: Summary } | null;
    sides: Record<ComparedName, SidesSummary> | null;
    duckdb_memory: string | null;
    fill_seconds: { bare: number | null; duckdb: number | null };
    compared: ComparedFigures[];
    /** What the dashboard asked in the browser and this list does not hold. */
    unlisted: string[];
  };
  judging: JudgingFigures[];
  users: UsersFigures[];
  loading: LoadingFigures | null;
  exporting: ExportFigures[];
  storage: StorageFigures;
  browser: Omit<BrowserFigures, 'asked'> | null;
}

const summarySchema = z.looseObject({ p50: z.number(), p95: z.number(), p99: z.number() });
const listSchema = z.looseObject({ server: summarySchema, wall: summarySchema, rows_read: summarySchema });

const lists = {
  screens: listSchema,
  screens_all_history: listSchema,
  hard_part: listSchema,
  hard_all_history: listSchema,
  search: listSchema,
};

const resultSchema = z.looseObject({
  format: z.literal('hotline-atlas-bench-1'),
  made: z.string(),
  appeals: z.number(),
  machine: z.looseObject({ cores: z.number() }),
  asking: z.looseObject({
    lists: z.object({ ...lists, clicks: listSchema.optional() }),
    compared: z.array(z.looseObject({ address: z.string() })),
  }),
  users: z.array(z.looseObject({ p95: z.number(), per_second: z.number() })),
  exporting: z.array(z.looseObject({ speed: z.number() })),
  storage: z.looseObject({ rollup_share: z.number() }),
});

/** A file is not a result of the bench. */
export class NoResult extends Error {
  override readonly name = 'NoResult';
}

/**
 * Reads a result that was written with `--out`.
 * @throws NoResult when the file is none
 */
export function readResult(path: string): Result {
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    resultSchema.parse(read);
    return read as Result;
  } catch (cause) {
    throw new NoResult(
      `${path} is not a result of pnpm bench --out: ${(cause as Error).message.split('\n')[0]}`,
      { cause },
    );
  }
}
