import { SingleBar } from 'cli-progress';

/** One piece of long work, shown until it is done. */
export interface Step {
  /** @param already how much of the amount was there from an earlier run, and took no time */
  update(amount: number, already?: number): void;
  done(): void;
}

export interface Progress {
  say(line: string): void;
  step(label: string, total: number): Step;
}

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
        return {
          update: (amount, already) => {
            underway = { step: label, share: Math.min(amount / Math.max(total, 1), 1) };
            step.update(amount, already);
          },
          done: () => {
            underway = null;
            step.done();
          },
        };
      },
    },
  };
}

/** Time left, from the time that went into a part of the work. */
export const leftOf = (began: number, amount: number, total: number, already = 0): string => {
  if (amount <= already) return '…';
  const seconds = ((Date.now() - began) / 1000 / (amount - already)) * Math.max(total - amount, 0);
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.round(seconds / 60)} min`;
};

function barStep(label: string, total: number): Step {
  const began = Date.now();
  const bar = new SingleBar({
    format: `  ${label} {bar} {percentage} % · {left} left`,
    stream: process.stderr,
    hideCursor: true,
  });
  bar.start(total, 0, { left: '…' });
  return {
    update: (amount, already) =>
      bar.update(Math.min(amount, total), { left: leftOf(began, amount, total, already) }),
    done: () => {
      bar.update(total, { left: '0 s' });
      bar.stop();
    },
  };
}

/** Where there are only lines, long work says at least so often how far it is, in milliseconds. */
const longestSilence = 30_000;

function lineStep(label: string, total: number): Step {
  const began = Date.now();
  let [shown, shownAt] = [0, began];
  return {
    update: (amount, already) => {
      const share = Math.floor((100 * amount) / Math.max(total, 1));
      if (share < shown + 10 && Date.now() - shownAt < longestSilence) return;
      [shown, shownAt] = [share, Date.now()];
      process.stderr.write(`  ${label}: ${share} %, ${leftOf(began, amount, total, already)} left\n`);
    },
    done: () => process.stderr.write(`  ${label}: done in ${((Date.now() - began) / 1000).toFixed(1)} s\n`),
  };
}

/** Progress on standard error: bars on a terminal, lines elsewhere. */
export const terminalProgress = (): Progress => ({
  say: (line) => process.stderr.write(`${line}\n`),
  step: process.stderr.isTTY ? barStep : lineStep,
});
