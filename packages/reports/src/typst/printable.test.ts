import { expect, test } from 'vitest';
import { madeUpPaper } from '../../testing/made-up-paper.ts';
import { sheetReport } from '../evaluation/sheet-report.ts';
import { withNotes } from './printable.ts';

test('a text of ten thousand letters is cut, and a note says so', () => {
  const reason = 'reason '.repeat(1500);
  const report = sheetReport(madeUpPaper({ units: 3, language: 'en', names: ['𠮷', '', '=1+1'], reason }));
  const { footnotes, blocks } = withNotes(report, (point) => point < 0x20000);
  const text = JSON.stringify(blocks);
  expect(Math.max(...text.split('"').map(({ length }) => length))).toBeLessThanOrEqual(401);
  expect(footnotes.some((note) => note.includes('long texts are cut'))).toBe(true);
  expect(footnotes.some((note) => note.includes('U+20BB7'))).toBe(true);
  expect(text).toContain('=1+1');
});
