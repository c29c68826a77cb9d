import type { Reporter, TestCase, TestModule } from 'vitest/node';

const count = (tests: readonly TestCase[], state: string): number =>
  tests.filter((test) => test.result().state === state).length;

/** What a run came to. A test that did not run, for whatever reason, is skipped. */
export interface Summary {
  passed: number;
  failed: number;
  skipped: number;
}

/** Counts tests by what became of them; a file that failed outside of its tests is one failure more. */
export function summaryOf(modules: readonly TestModule[]): Summary {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const broken = modules.filter(
    (module) => module.state() === 'failed' && count([...module.children.allTests()], 'failed') === 0,
  );
  const [passed, failed] = [count(tests, 'passed'), count(tests, 'failed')];
  return { passed, failed: failed + broken.length, skipped: tests.length - passed - failed };
}

/**
 * Whether a run in which tests were skipped has failed: it has where every test is to run, on a machine that
 * tests what lands.
 */
export const isIncomplete = (
  { skipped }: Summary,
  environment: Readonly<Record<string, string | undefined>>,
): boolean => skipped > 0 && environment.EVERY_TEST === '1';

/**
 * The files that took longest, in seconds, the slowest first; a file takes the time of its tests and hooks.
 */
export const slowestOf = (modules: readonly TestModule[], count: number): string[] =>
  modules
    .map((module) => ({ name: module.relativeModuleId, seconds: module.diagnostic().duration / 1000 }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, count)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`);

/** A run of so many files is one of everything, whose time is to be kept short. */
const wholeRun = 50;

/**
 * Ends a run with the slowest files, how many browser tests ran, and one plain line that counts everything.
 */
export const summaryReporter: Reporter = {
  onTestRunEnd(modules: readonly TestModule[]) {
    const browser = summaryOf(modules.filter(({ project }) => project.name === 'browser'));
    const ran = browser.passed + browser.failed;
    if (ran + browser.skipped > 0) {
      const why = ran === 0 ? ' (no Chromium on this machine: apt-get install chromium)' : '';
      process.stdout.write(`\nbrowser tests: ${ran} ran, ${browser.skipped} skipped${why}\n`);
    }
    if (modules.length >= wholeRun)
      process.stdout.write(`\nThe slowest files:\n${slowestOf(modules, 12).join('\n')}\n`);
    const summary = summaryOf(modules);
    if (isIncomplete(summary, process.env)) {
      process.stdout.write('\nTests were skipped, and EVERY_TEST=1 asks for all of them.\n');
      process.exitCode = 1;
    }
    process.stdout.write(`${summary.passed} passed, ${summary.failed} failed, ${summary.skipped} skipped\n`);
  },
};
