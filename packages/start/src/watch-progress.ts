import type { Progress } from '@hotline-atlas/progress';

/** The step of long work that is under way. */
export interface Underway {
  step: string;
  /** From 0 to 1. */
  share: number;
}

/** Passes progress on, and knows the step under way. */
export function watched(progress: Progress): { progress: Progress; underway: () => Underway | null } {
  let underway: Underway | null = null;
  return {
    underway: () => underway,
    progress: {
      say: progress.say,
      step: (label, total) => {
        const step = progress.step(label, total);
        underway = { step: label, share: 0 };
        const ended = (end: () => void) => () => {
          underway = null;
          end();
        };
        return {
          update: (amount, reached) => {
            underway = { step: label, share: Math.min(amount / Math.max(total, 1), 1) };
            step.update(amount, reached);
          },
          done: ended(step.done),
          stop: ended(step.stop),
        };
      },
    },
  };
}
