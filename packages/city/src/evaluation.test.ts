import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gapsOf, isValidIn } from '@hotline-atlas/model';
import { afterAll, expect, test } from 'vitest';
import { describeEvaluation } from './describe-evaluation.ts';
import { readCity } from './read-city.ts';
import { membersOf, readEvaluation } from './read-evaluation.ts';

const cities = fileURLToPath(new URL('../../../cities', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-evaluation-'));
afterAll(() => rmSync(folder, { recursive: true }));

const beijing = readCity(cities, 'beijing');

const lines = {
  head: ['- name: first', '  label: { en: First }', '  source: made up', '  from: 2023-01', '  to: 2024-01'],
  groups: ['  groups:', '    - { name: district, label: { en: Districts }, by: district }'],
  indicators: [
    '  indicators:',
    '    - name: resolution',
    '      label: { en: Resolution }',
    '      numerator: resolved',
    '      denominator: resolution_asked',
    '      weight: 35',
  ],
};

const right = [...lines.head, ...lines.groups, ...lines.indicators];

function read(content: readonly string[]) {
  const file = join(folder, 'evaluation.yaml');
  writeFileSync(file, content.join('\n'));
  return readEvaluation(file, beijing);
}

/** The problem with one line changed. */
const wrongWith = (from: string, to: string) => () => read(right.map((line) => line.replace(from, to)));

test.each([
  [
    'weight: 35',
    'weight: many',
    /evaluation.yaml:13: 0.indicators.0.weight: expected a number, found "many"/,
  ],
  [
    'numerator: resolved',
    'numerator: solved',
    /yaml:11: 0.indicators.0.numerator: expected one of contacted, re/,
  ],
  [
    'numerator: resolved',
    'numerator: { closed_within: 25 }',
    /yaml:11: .*closed_within: expected hours: one of 2, 24/,
  ],
  [
    'resolution_asked',
    'visited',
    /yaml:12: 0.indicators.0.denominator: resolved is no part of visited, expected one of resolution_asked/,
  ],
  ['from: 2023-01', 'from: 2023-13', /yaml:4: 0.from: expected a month such as 2024-01/],
  ['to: 2024-01', 'to: 2022-01', /yaml:5: 0.to: expected a month after `from`/],
  [
    'by: district }',
    'by: district, without: ["110199"] }',
    /yaml:7: 0.groups.0.without.0: there is no district “110199”/,
  ],
  [
    'by: district }',
    'by: district, kinds: [agency] }',
    /yaml:7: 0.groups.0.kinds.0: there are no units of the kind “agency”/,
  ],
  ['      weight: 35', '      wieght: 35', /yaml:9: .*weight.*is missing|there is no “wieght” here/],
])('%s → %s is told with file, line, field and what was expected', (from, to, message) => {
  expect(wrongWith(from, to)).toThrow(message);
});

test('an overlap is no guess, and a gap is told', () => {
  const second = right.map((line) => line.replace('first', 'second').replace('to: 2024-01', 'to: null'));
  const from = (month: string) => second.map((line) => line.replace('from: 2023-01', `from: ${month}`));
  expect(() => read([...right, ...from('2023-12')])).toThrow(
    /evaluation.yaml:17: .*second is valid in months in which first is \(2023-01 to 2024-01\), expected one scheme a month/,
  );
  const schemes = read([...from('2024-04'), ...right]);
  expect(schemes.map(({ name }) => name)).toEqual(['first', 'second']);
  expect(gapsOf(schemes)).toEqual([{ from: '2024-01', to: '2024-04' }]);
  expect(describeEvaluation({ ...beijing, evaluation: schemes }).at(-1)).toContain(
    'from 2024-01 until 2024-04',
  );
  expect(
    ['2022-12', '2023-01', '2023-12', '2024-01'].map((month) => isValidIn(schemes[0] ?? never, month)),
  ).toEqual([...[false, true, true, false]]);
});
const never = { from: '', to: '' };

test('who signs in time is counted by hours of the scheme, and what is counted of rows is said in words', () => {
  const signing = right.map((line) =>
    line.replace('resolved', 'signed_in_time').replace('resolution_asked', 'sign_due'),
  );
  expect(() => read(signing)).toThrow(/sign_within: expected hours from dispatch on/);
  const [head = '', ...rest] = signing;
  const described = (lines: readonly string[]) =>
    describeEvaluation({ ...beijing, evaluation: read(lines) }).join('\n');
  const told = described([head, '  sign_within: 2', ...rest]);
  expect(told).toContain('sign_due: orders the unit has signed for, or had to');
  expect(told).toContain('signed for within 2 h of its dispatch');
  expect(described(right)).not.toContain('signed');
  expect(wrongWith('resolution_asked', 'sign_due')).toThrow(/resolved is no part of sign_due/);
});

test('the packs rank whom they say', () => {
  const [first, second, third] = beijing.evaluation;
  expect(first?.example && second?.example).toBe(true);
  expect(first?.to).toBe(second?.from);
  expect(second?.to).toBe(third?.from);
  expect(third?.indicators.filter(({ optional }) => optional)).toHaveLength(3);
  expect(second?.groups.map((group) => membersOf(group, beijing)?.length)).toEqual([16, 349, 18, 11]);
  const agencies = readCity(cities, 'new-york');
  expect(agencies.evaluation[0]?.groups.map((group) => membersOf(group, agencies)?.length)).toEqual([20, 5]);
});
