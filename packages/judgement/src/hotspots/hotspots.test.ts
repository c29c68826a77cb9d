import { everything, InvalidQuestion } from '@hotline-atlas/model';
import { city, parameters } from '@hotline-atlas/query/testing';
import { expect, test } from 'vitest';
import { possibleFor, resolveExpectation } from './answer.ts';
import { hotspotClasses } from './classes.ts';
import { hotspotsCsv } from './csv.ts';
import { expectedCounts } from './expectation.ts';
import { parseHotspots } from './request.ts';

const parse = (address: string) => parseHotspots(parameters(address), ['pandemic']);

test('what is not sent has a default', () => {
  expect(parse('')).toMatchObject({
    level: 'cell',
    resolution: 8,
    step: 'month',
    measure: 'contacts',
    expected: 'auto',
  });
});

test.each([
  ['level=districts', 'level', 'district'],
  ['step=months', 'step', 'month'],
  ['expected=usually', 'expected', 'usual'],
  ['resolutoin=8', 'parameter', 'resolution'],
])('%s is refused, and the nearest is named', (address, parameter, nearest) => {
  expect(() => parse(address)).toThrow(
    expect.objectContaining({ parameter, nearest: expect.arrayContaining([nearest]) }),
  );
  expect(() => parse(address)).toThrow(InvalidQuestion);
});

const counts = { places: 2, steps: 2, values: Float64Array.of(6, 0, 2, 4) };
const residents = [1000, 3000];
const exposure = { places: 2, steps: 2, values: Float64Array.of(30, 10, 10, 30) };

test.each([
  ['even', [4, 2, 4, 2]],
  ['residents', [2, 1, 6, 3]],
  ['appeals', [6, 1, 2, 3]],
  ['usual', [4, 2, 4, 2]],
] as const)('the expectation “%s”, by hand', (expected, values) => {
  expect([...expectedCounts(expected, { counts, exposure, residents }).values]).toEqual(values);
});

test('auto is residents where they are known, all appeals where a topic is asked for, and even otherwise', () => {
  expect(resolveExpectation(parse('level=district'), city, everything)).toBe('residents');
  expect(resolveExpectation(parse('level=subdistrict&where=topic1:heat'), city, everything)).toBe('appeals');
  expect(resolveExpectation(parse('where=topic1:heat'), city, everything)).toBe('appeals');
  expect(resolveExpectation(parse('where=district:north'), city, everything)).toBe('even');
  expect(resolveExpectation(parse('where=district:north&expected=usual'), city, everything)).toBe('usual');
});

test('places are judged by residents only where those of every place are known', () => {
  expect(possibleFor({ residents })).toContain('residents');
  expect(possibleFor({ residents: [1000, null] })).toEqual(['even', 'appeals', 'usual']);
});

test('there are 17 classes, each with a rule in both languages', () => {
  expect(new Set(hotspotClasses.map(({ code }) => code)).size).toBe(17);
  for (const { label, rule } of hotspotClasses)
    expect([label.en, label.zh, rule.en, rule.zh].every((text) => text.length > 2)).toBe(true);
  expect(hotspotClasses.find(({ code }) => code === -2)).toMatchObject({
    name: 'consecutive_cold',
    label: { en: 'Consecutive cold spot', zh: '连续冷点' },
  });
});

test('a cell of a spreadsheet is never a formula', () => {
  const places = { place: ['=1', 'a,"b'], count: [1, 2], rate: [null, 1.5] };
  expect(hotspotsCsv({ places } as unknown as Parameters<typeof hotspotsCsv>[0])).toBe(
    `place,count,rate\n'=1,1,\n"a,""b",2,1.5\n`,
  );
});
