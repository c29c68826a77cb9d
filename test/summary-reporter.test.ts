import { expect, test } from 'vitest';
import type { TestModule } from 'vitest/node';
import { isIncomplete, slowestOf, summaryOf } from './summary-reporter.ts';

const moduleOf = (state: string, tests: readonly string[]): TestModule =>
  ({
    state: () => state,
    children: { allTests: () => tests.map((each) => ({ result: () => ({ state: each }) })) },
  }) as unknown as TestModule;

test('what did not run is skipped, a file that broke is a failure, and neither has passed', () => {
  const summary = summaryOf([
    moduleOf('passed', ['passed', 'passed', 'skipped']),
    moduleOf('failed', ['pending', 'skipped']),
    moduleOf('failed', ['failed', 'passed']),
  ]);
  expect(summary).toEqual({ passed: 3, failed: 2, skipped: 3 });
  expect(isIncomplete(summary, {})).toBe(false);
  expect(isIncomplete(summary, { EVERY_TEST: '1' })).toBe(true);
  expect(isIncomplete({ passed: 3, failed: 0, skipped: 0 }, { EVERY_TEST: '1' })).toBe(false);
});

test('the slowest files come first', () => {
  const timed = (relativeModuleId: string, duration: number) =>
    ({ relativeModuleId, diagnostic: () => ({ duration }) }) as unknown as TestModule;
  expect(slowestOf([timed('a', 900), timed('b', 61_000), timed('c', 2000)], 2)).toEqual([
    '   61.0 s  b',
    '    2.0 s  c',
  ]);
});
