import { statfsSync } from 'node:fs';
import { ConfigurationError } from '@hotline-atlas/clickhouse';

/** What a demonstration history takes, from its first file to its last index. */
export interface Estimate {
  seconds: number;
  /** Seconds the index of the texts takes afterwards, while the dashboard is in use. */
  indexSeconds: number;
  /** Bytes on the disk of the data folder when everything is there at once. */
  bytes: number;
}

/** Measured on two cores with 150 million appeals; see docs/decisions/0004-physical-design.md. */
const appealsASecond = { made: 300_000, loaded: 270_000, indexed: 215_000 };
const bytesAnAppeal = { files: 77, rows: 79, rollups: 8, searchIndex: 65 };
/** What loading needs besides, for a while: parts being merged, months being written anew. */
const spareBytes = 1_000_000_000;

const sum = (numbers: Record<string, number>): number =>
  Object.values(numbers).reduce((total, one) => total + one, 0);

/** @param embedded whether the database is on this machine's disk too */
export function estimateOf(appeals: number, embedded: boolean): Estimate {
  const bytes = embedded ? sum(bytesAnAppeal) : bytesAnAppeal.files;
  return {
    seconds: appeals / appealsASecond.made + appeals / appealsASecond.loaded,
    indexSeconds: appeals / appealsASecond.indexed,
    bytes: appeals * bytes + (embedded ? spareBytes : 0),
  };
}

const minutes = (seconds: number): string => `${Math.max(1, Math.round(seconds / 60))} min`;
const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;

export function describe(appeals: number, { seconds, indexSeconds, bytes }: Estimate): string {
  return `${appeals.toLocaleString('en')} appeals: making and loading them takes about ${minutes(seconds)} on two cores, the index of their texts ${minutes(indexSeconds)} more while the dashboard is in use, and all of it ${gigabytes(bytes)} of disk; Ctrl-C stops, the same command goes on`;
}

/**
 * @param present bytes of it that are there already
 * @throws ConfigurationError when the rest does not fit on the disk of the folder
 */
export function assertFits(folder: string, appeals: number, { bytes }: Estimate, present: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const needed = Math.max(bytes - present, 0);
  if (needed <= free) return;
  throw new ConfigurationError(
    `${appeals.toLocaleString('en')} appeals need ${gigabytes(needed)} more, but the disk of ${folder} has ${gigabytes(free)} free: free some, set DATA_DIR to a folder on another disk, or ask for fewer with --appeals.`,
  );
}
