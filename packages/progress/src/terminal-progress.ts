import { SingleBar } from 'cli-progress';
import { leftOf, type Progress, percentOf, type Step } from './step.ts';

const write = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Lines are written at every tenth of the work, and at least so often, in milliseconds. */
const longestSilence = 30_000;
/** Shorter work writes no line on its way, in milliseconds. */
const shortWork = 2000;

function lineStep(label: string, total: number): Step {
  const began = Date.now();
  let [shown, shownAt] = [0, began];
  const isDue = (percent: number, now: number) =>
    now - began >= shortWork && (percent >= shown + 10 || now - shownAt >= longestSilence);
  return {
    update: (amount, { already, note } = {}) => {
      const [percent, now] = [percentOf(amount, total), Date.now()];
      if (!isDue(percent, now)) return;
      [shown, shownAt] = [percent, now];
      const parts = [`${percent} %`, note, `${leftOf(began, amount, total, already)} left`];
      write(`${label}: ${parts.filter(Boolean).join(', ')}`);
    },
    done: () => write(`${label}: done in ${((Date.now() - began) / 1000).toFixed(1)} s`),
    stop: () => undefined,
  };
}

interface BarStep extends Step {
  /** Shows how far a part of the step has come. */
  part(said: string): void;
}

function barStep(label: string, total: number, onEnd: () => void): BarStep {
  const began = Date.now();
  const format = `${label} {bar} {percentage} %{note} · {left} left`;
  const bar = new SingleBar({ format, stream: process.stderr, hideCursor: true });
  bar.start(total, 0, { left: '…', note: '' });
  const end = () => {
    bar.stop();
    onEnd();
  };
  return {
    update: (amount, { already, note } = {}) =>
      bar.update(Math.min(amount, total), {
        left: leftOf(began, amount, total, already),
        note: note ? ` · ${note}` : '',
      }),
    part: (said) => bar.update({ note: ` · ${said}` }),
    done: () => {
      bar.update(total, { left: '0 s' });
      end();
    },
    stop: end,
  };
}

function partStep(whole: BarStep, label: string, total: number): Step {
  const began = Date.now();
  return {
    update: (amount, { already } = {}) =>
      whole.part(`${label}: ${percentOf(amount, total)} %, ${leftOf(began, amount, total, already)} left`),
    done: () => undefined,
    stop: () => undefined,
  };
}

/** Bars; one at a time, for two would draw over each other. */
function barSteps(): Progress['step'] {
  let open: BarStep | null = null;
  return (label, total) => {
    if (open) return partStep(open, label, total);
    open = barStep(label, total, () => {
      open = null;
    });
    return open;
  };
}

/** Progress on standard error: bars on a terminal, lines elsewhere. */
export const terminalProgress = (): Progress => ({
  say: write,
  step: process.stderr.isTTY ? barSteps() : lineStep,
});
