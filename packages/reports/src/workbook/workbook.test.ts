import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { madeUpPaper } from '../../testing/made-up-paper.ts';
import { sheetWorkbook } from '../evaluation/sheet-workbook.ts';
import { writeWorkbook } from './write-workbook.ts';

/** The files of a zip, by the sizes in its directory. */
function filesOf(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes);
  const files = new Map<string, string>();
  let entry = zip.readUInt32LE(zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1')) + 16);
  while (zip.readUInt32LE(entry) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map((at) => zip.readUInt16LE(entry + at));
    const local = zip.readUInt32LE(entry + 42);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(begin, begin + zip.readUInt32LE(entry + 20));
    const text = zip.readUInt16LE(entry + 10) === 8 ? inflateRawSync(packed) : packed;
    files.set(zip.toString('utf8', entry + 46, entry + 46 + (name ?? 0)), text.toString('utf8'));
    entry += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}

const names = ['=HYPERLINK("http://x")', '<b>&"\u0000', ''];

test('six sheets: names stay text, numbers are numbers with forms, heads stay in sight, columns are filtered', async () => {
  const plan = sheetWorkbook(madeUpPaper({ units: 3, language: 'en', names, reason: '+cmd|x'.repeat(9) }));
  expect(plan.sheets.map(({ name }) => name)).toEqual([
    ...['Ranking', 'Base', 'Exclusions', 'Scheme', 'Method', 'About'],
  ]);
  const files = filesOf(await writeWorkbook(plan));
  const ranking = files.get('xl/worksheets/sheet1.xml') ?? '';
  const strings = files.get('xl/sharedStrings.xml') ?? '';
  expect([...files.values()].some((xml) => /<f[ >]/.test(xml))).toBe(false);
  expect(strings.includes('<t>=HYPERLINK("http://x")</t>')).toBe(true);
  expect(strings.includes('&lt;b&gt;&amp;"\uFFFD')).toBe(true);
  expect(ranking).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  expect(ranking).toMatch(/<autoFilter ref="A1:\w+4"/);
  expect(ranking).toMatch(/<col [^>]*width="28/);
  expect(files.get('xl/styles.xml')).toContain('formatCode="0.0%"');
  // A rank, a rate and a denominator as they are, not as text.
  expect(ranking).toMatch(/<c r="A2"[^>]*><v>1<\/v><\/c>/);
});

test('what is not open to whoever asks says so, and is no number', () => {
  const paper = madeUpPaper({ units: 2, language: 'zh' });
  const hidden = {
    ...paper.evaluation,
    units: { ...paper.evaluation.units, excluded: [null, 3], details: [false, true] },
    reasons: paper.evaluation.reasons.map((reason) => ({ ...reason, units: [null, 3] })),
  };
  const [, base, exclusions] = sheetWorkbook({ ...paper, evaluation: hidden }).sheets;
  expect(base?.rows.map((row) => row[6])).toEqual(['对您不开放', 3]);
  expect(exclusions?.rows.map((row) => row.at(-1))).toEqual([686, '对您不开放', 3]);
});
