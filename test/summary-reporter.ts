import type { Reporter, TestCase, TestModule } from 'vitest/node';

const count = (tests: readonly TestCase[], state: string): number =>
  tests.filter((test) => test.result().state === state).length;

/** Ends a run with how many browser tests ran, and one plain line that counts everything. */
export const summaryReporter: Reporter = {
  onTestRunEnd(modules: readonly TestModule[]) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const broken = modules.filter(
      (module) => module.state() === 'failed' && count([...module.children.allTests()], 'failed') === 0,
    );
    const browser = tests.filter((test) => test.project.name === 'browser');
    const ran = browser.length - count(browser, 'skipped');
    if (browser.length > 0) {
      const why = ran === 0 ? ' (no Chromium on this machine: apt-get install chromium)' : '';
      process.stdout.write(`\nbrowser tests: ${ran} ran, ${browser.length - ran} skipped${why}\n`);
    }
    const failed = count(tests, 'failed') + broken.length;
    process.stdout.write(
      `${count(tests, 'passed')} passed, ${failed} failed, ${count(tests, 'skipped')} skipped\n`,
    );
  },
};
