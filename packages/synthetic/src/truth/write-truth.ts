import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '@hotline-atlas/clickhouse';
import type { History } from '../plan/history.ts';
import type { CorrectionTruth } from './corrections.ts';
import type { DefectTruth } from './defects.ts';
import { type GamingTruth, gamingTruths } from './gaming.ts';
import { type OutbreakTruth, outbreakAppeals, outbreakTruths } from './outbreaks.ts';
import { type ReturnTruth, returnTruth } from './returns.ts';
import { type StoryTruth, storyTruth } from './story.ts';
import { type UnitTruth, unitTruths } from './units.ts';

/** What is true of a history and nobody could know of a real one: what analyses of it are judged by. */
export interface Truth {
  about: string;
  city: string;
  seed: number;
  from: string;
  to: string;
  appeals: number;
  outbreaks: OutbreakTruth[];
  units: UnitTruth[];
  story: StoryTruth | null;
  /** Not there in a history without gaming. */
  gaming?: GamingTruth[];
  /** Not there in a history without returns. */
  returns?: ReturnTruth;
  corrections: CorrectionTruth | null;
  defects: DefectTruth | null;
}

const about =
  'What is true of the synthetic history in this folder. Fields are documented in packages/synthetic/README.md.';

/** Gathers the truth of a history. */
export async function truthOf(
  database: Database,
  history: History,
  later: Pick<Truth, 'corrections' | 'defects'>,
): Promise<Truth> {
  const { city, seed, from, to, appeals } = history;
  const gaming = gamingTruths(history);
  const returns = returnTruth(history);
  return {
    about,
    city: city.code,
    seed,
    from,
    to,
    appeals,
    outbreaks: await outbreakTruths(database, history, [undefined, 'outbreak']),
    units: unitTruths(history),
    story: await storyTruth(database, history),
    ...(gaming && { gaming }),
    ...(returns && { returns }),
    ...later,
  };
}

/** One entry a line, so that the file can be read and compared by eye. */
function printed(truth: Truth): string {
  const list = (entries: readonly unknown[]): string =>
    `[\n${entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n')}\n  ]`;
  const fields = Object.entries(truth).map(
    ([name, value]) => `  "${name}": ${Array.isArray(value) ? list(value) : JSON.stringify(value)}`,
  );
  return `{\n${fields.join(',\n')}\n}\n`;
}

function replaceFile(path: string, content: string): void {
  writeFileSync(`${path}.partial`, content);
  renameSync(`${path}.partial`, path);
}

/** Writes `truth.json` and `outbreak-appeals.csv` beside the files of a history. */
export function writeTruth(out: string, history: History, truth: Truth): void {
  replaceFile(join(out, 'outbreak-appeals.csv'), outbreakAppeals(history));
  replaceFile(join(out, 'truth.json'), printed(truth));
}
