import { terminalProgress } from '@hotline-atlas/progress';
import type { Progress } from './synthesize.ts';

/** Progress of making a history, on standard error. */
export function showProgress(appeals: number): { update: (progress: Progress) => void; stop: () => void } {
  const step = terminalProgress().step('making appeals', appeals);
  return {
    update: ({ appeals: made, kept, files, allFiles }) =>
      step.update(made, { already: kept, note: `${files} of ${allFiles} files` }),
    stop: step.stop,
  };
}
