import type { FailedFile } from './read/input-file.ts';
import type { LoadEntry } from './tables/ledger.ts';

/** What one run of ingest did. `read` = `kept` + `rejected`; `kept` = `added` + `corrected` + `repeated`. */
export interface IngestReport {
  files: number;
  read: number;
  kept: number;
  rejected: number;
  /** Of the rejected: rows of this run whose appeals were erased as a whole before. */
  erased: number;
  added: number;
  corrected: number;
  repeated: number;
  /** Files whose very bytes were loaded before; their figures are those of that load. */
  unchanged: number;
  /** Rows of this run that were kept although something is wrong with them, by what is wrong. */
  flaws: Record<string, number>;
  failed: FailedFile[];
}

/** Adds what became of the rows of a file. */
export const add = (
  report: IngestReport,
  { read, kept, rejected, added, corrected, repeated }: LoadEntry,
): void => {
  report.read += read;
  report.kept += kept;
  report.rejected += rejected;
  report.added += added;
  report.corrected += corrected;
  report.repeated += repeated;
};

/** Whether a run did what it was asked for: every file loaded, and of rows that were read some were kept. */
export const succeeded = ({ failed, read, kept }: IngestReport): boolean =>
  failed.length === 0 && (read === 0 || kept > 0);

export const emptyReport = (files: number, failed: readonly FailedFile[]): IngestReport => ({
  files: files + failed.length,
  read: 0,
  kept: 0,
  rejected: 0,
  erased: 0,
  added: 0,
  corrected: 0,
  repeated: 0,
  unchanged: 0,
  flaws: {},
  failed: [...failed],
});
