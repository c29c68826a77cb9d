import { expect, test } from 'vitest';
import { madeUpPaper } from '../../testing/made-up-paper.ts';
import { createTypesetter } from '../typst/typesetter.ts';
import { bulletinReports } from './bulletin.ts';
import { letterReports } from './letter.ts';
import { sheetReport } from './sheet-report.ts';

const { set } = createTypesetter();

const hostile = [
  '#panic("x") $a$ *b* _c_ @d <e> // f `g` [h] \\ #include "/etc/passwd"',
  '',
  '\u202E𠮷🎉',
  '某'.repeat(120),
  'W'.repeat(300),
  '=1+1',
];

test('whatever a unit is called, a bulletin fits one page and a letter two', () => {
  for (const language of ['en', 'zh'] as const) {
    const names = Array.from({ length: 343 }, (_, at) => `${hostile[at % hostile.length]}`);
    const paper = madeUpPaper({ units: 343, language, names });
    expect(set(bulletinReports([{ paper }, { paper }, { paper }, { paper }]), 1).length).toBeGreaterThan(
      1000,
    );
    const letter = { ...paper, depth: null, topics: {} };
    for (const unit of ['u0', 'u3', 'u4', 'u342'])
      expect(set(letterReports({ ...letter, unit }), 2).length).toBeGreaterThan(1000);
  }
});

test('markup in names and reasons stays text, and a reason of ten thousand letters is set', () => {
  const asked = { units: 6, names: hostile, reason: `#panic() ${'x'.repeat(10_000)}` };
  for (const language of ['en', 'zh'] as const)
    expect(set([sheetReport(madeUpPaper({ ...asked, language }))], null).length).toBeGreaterThan(1000);
});

test('a month without units, ranks or reasons gives a true sheet', () => {
  const paper = madeUpPaper({ units: 0, language: 'zh' });
  const empty = { ...paper, evaluation: { ...paper.evaluation, reasons: [], indicators: [] } };
  expect(set([sheetReport(empty)], null).length).toBeGreaterThan(1000);
  expect(JSON.stringify(sheetReport(empty))).toContain('无法排名');
});
