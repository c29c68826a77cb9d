import { expect, test } from 'vitest';
import type { Result } from '../result.ts';
import { isMeanwhile, meanwhileTargets, stateInWords } from './meanwhile.ts';
import { pagesOf } from './pages.ts';
import type { PublishedRun } from './published-run.ts';

const share = (done: number, of: number) => ({ done, of });
const whole = {
  part: 'end',
  tables: share(28, 28),
  years: share(6, 6),
  months: share(72, 72),
  complete: true,
};
const begun = { ...whole, part: 'screens', years: share(0, 6), months: share(3, 72), complete: false };

test('a result says whether everything was summed up when it was measured', () => {
  expect(stateInWords({})).toBeNull();
  expect(isMeanwhile({})).toBe(false);
  expect(stateInWords({ summed_up: [whole, whole] })).toContain('Everything was summed up');
  const states = { summed_up: [begun, whole] };
  expect(isMeanwhile(states)).toBe(true);
  expect(stateInWords(states)).toContain('0 of 6 years, 3 of 72 months of texts at the beginning');
});

test('a refused search does not hold, however fast the others were', () => {
  const list = { asked: 6, server: { p95: 480, most: 1900 }, failed: [{ address: '', failed: '422' }] };
  const lists = { search: list, screens_all_history: list };
  const targets = meanwhileTargets({
    asking: { lists },
    users: [{ users: 20, p95: 300 }],
  } as unknown as Result);
  expect(targets.map(({ id, holds }) => [id, holds])).toEqual([
    ['meanwhile-p95', true],
    ['meanwhile-search', false],
    ['meanwhile-users', true],
  ]);
});

test('a run right after a load has a page of its own and does not stand among the others', () => {
  const run = (made: string, id: string, page: string, meanwhile: boolean) =>
    ({
      ...{ made, meanwhile, commit: 'abc', appeals: 150e6, city: 'beijing', left_out: [], tables: [] },
      ...{
        machine: 'm',
        carried_over: 'by hand',
        state: meanwhile ? 'Measured right after publication.' : null,
      },
      targets: [{ id, page, aim: id, measured: `${id} 1 ms`, value: 1, holds: true }],
    }) as unknown as PublishedRun;
  const runs = [
    run('2026-11-30', 'p95', 'asking', false),
    run('2026-12-01', 'meanwhile-p95', 'meanwhile', true),
  ];
  const pages = pagesOf({ runs, results: [] }, new Map());
  expect(pages.get('README.md')).toContain('Measured on 2026-11-30');
  expect(pages.get('README.md')).toContain('meanwhile.md#meanwhile-p95');
  expect(pages.get('meanwhile.md')).toContain('Measured right after publication.');
  expect(pages.get('asking.md')).not.toContain('meanwhile-p95');
  expect(pagesOf({ runs: runs.slice(0, 1), results: [] }, new Map()).has('meanwhile.md')).toBe(false);
});
