import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pagesOf } from './pages.ts';
import { publishRun } from './publish-run.ts';
import { readRuns } from './published-run.ts';

const docs = fileURLToPath(new URL('../../../../docs', import.meta.url));
const folder = join(docs, 'performance');
const runsFolder = join(folder, 'runs');

/** Files of the decisions by their number. */
const decisionNames = (): ReadonlyMap<number, string> =>
  new Map(
    readdirSync(join(docs, 'decisions'))
      .filter((name) => /^\d{4}-/.test(name))
      .map((name) => [Number(name.slice(0, 4)), name]),
  );

/** The pages of `docs/performance` as the runs there say, by file name. */
export const currentPages = (): ReadonlyMap<string, string> => pagesOf(readRuns(runsFolder), decisionNames());

/**
 * Publishes results of `pnpm bench --out`, and writes `docs/performance` from all runs that are published.
 * @throws Unpublishable when a result is of a dirty or unknown commit, or left questions out
 * @throws NoResult when a file is no result
 */
export function writeReport(results: readonly string[]): void {
  for (const path of results) publishRun(path, runsFolder);
  for (const [name, text] of currentPages()) writeFileSync(join(folder, name), text);
}
