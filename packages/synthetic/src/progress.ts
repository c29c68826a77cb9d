import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from './synthesize.ts';

/** A bar on a terminal, a line every tenth of the way elsewhere; both on standard error. */
export function showProgress(appeals: number): { update: (progress: Progress) => void; stop: () => void } {
  if (process.stderr.isTTY) {
    const format = 'making {bar} {percentage}% | {value} of {total} appeals | {eta_formatted} left';
    const bar = new SingleBar({ format, hideCursor: true, stream: process.stderr }, Presets.shades_classic);
    bar.start(appeals, 0);
    return { update: (progress) => bar.update(progress.appeals), stop: () => bar.stop() };
  }
  let told = 0;
  return {
    update: ({ appeals: made, allAppeals, files, allFiles }) => {
      const tenth = Math.floor((10 * made) / allAppeals);
      if (tenth === told) return;
      told = tenth;
      process.stderr.write(`${made} of ${allAppeals} appeals, ${files} of ${allFiles} files\n`);
    },
    stop: () => undefined,
  };
}
