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

test('what was corrected since the month before was final is not told as other rules', () => {
  const paper = madeUpPaper({ units: 6, language: 'en' });
  const { evaluation } = paper;
  const none = { rates: 0, mix: 0, exclusions: 0 };
  const moved = {
    ...{ unit: 'u0', month_before: '2024-10', scheme_before: evaluation.meta.scheme.name, indicators: [] },
    rank: { published: 2, before: 1, after: 1, change: -1, scheme: -1, others: 0, ...none },
    score: { before: 90, after: 90, change: 0, ...none },
  };
  const score = { frozen: 88, current: 90 };
  const month_before = { month: '2024-10', state: 'final' as const, units: [{ unit: 'u0', score }] };
  const told = { ...paper, evaluation: { ...evaluation, moved, month_before } };
  const letter = JSON.stringify(letterReports({ ...told, unit: 'u0', depth: null, topics: {} }));
  expect(letter).toContain('corrected since the month before was final');
  expect(letter).not.toContain('other rules');
  expect(sheetReport(told).footnotes.join()).toContain('units whose score it changed: 1');
  expect(sheetReport(paper).footnotes.join()).not.toContain('Corrected since');
});
