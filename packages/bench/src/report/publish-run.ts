import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Result, readResult } from '../result.ts';

/** A run cannot be published as it is. */
export class Unpublishable extends Error {
  override readonly name = 'Unpublishable';
}

/** 150,000,000 → 150M, 300,000 → 300k. */
function sizeOf(appeals: number): string {
  if (appeals >= 1e6) return `${Math.round(appeals / 1e6)}M`;
  return appeals >= 1000 ? `${Math.round(appeals / 1000)}k` : String(appeals);
}

/** The name of a run's file: date, size, commit. */
export const fileNameOf = ({ made, appeals, commit }: Pick<Result, 'made' | 'appeals' | 'commit'>): string =>
  `${made.slice(0, 10)}-${sizeOf(appeals)}-${commit}.json`;

/**
 * Says why a result must not be published; null where it may be.
 * A figure belongs to a commit that can be checked out, and to everything the dashboard asks.
 */
export function whyNot({ commit, asking }: Pick<Result, 'commit' | 'asking'>): string | null {
  if (commit === '') return 'git did not tell the commit. Measure in a clone of the repository';
  if (commit.endsWith('-dirty'))
    return `it was measured on ${commit}: files were changed and not committed. Commit them and measure again`;
  if (asking.unlisted.length > 0)
    return `the dashboard asked ${asking.unlisted.length} kinds of questions that packages/bench/src/questions does not list. Add them and measure again`;
  return null;
}

/**
 * Copies a result to the folder of runs, under the name of its date, size and commit.
 * @throws Unpublishable when its commit is unknown or dirty, or questions were left out
 * @throws NoResult when the file is no result
 */
export function publishRun(path: string, folder: string): void {
  const result = readResult(path);
  const reason = whyNot(result);
  if (reason) throw new Unpublishable(`${path} is not published: ${reason}.`);
  mkdirSync(folder, { recursive: true });
  copyFileSync(path, join(folder, fileNameOf(result)));
}
