import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listCities, readCity, sourceOf } from './index.ts';

const definition = `
name: { en: Testville }
hotline: { en: Line }
time_zone: Europe/Athens
earliest: 2020-01-01
bounds: [23, 37, 24, 38]
`;

let cities = '';
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(cities, file)), { recursive: true });
  writeFileSync(join(cities, file), text);
};
const problem = (): string => {
  try {
    readCity(cities, 'testville');
    return 'none';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

beforeEach(() => {
  cities = mkdtempSync(join(tmpdir(), 'cities-'));
  write('testville/city.yaml', definition);
});
afterEach(() => rmSync(cities, { recursive: true }));

test('the smallest pack is a city.yaml', () => {
  expect(readCity(cities, 'testville')).toMatchObject({
    code: 'testville',
    sources: [],
    topics: [],
    areas: [],
  });
});

test('an unknown city is told the nearest', () => {
  expect(() => readCity(cities, 'testvile')).toThrow(
    'There is no city pack “testvile”: did you mean testville?',
  );
});

test('a folder without city.yaml is no pack', () => {
  write('notes/README.md', 'nothing');
  expect(listCities(cities)).toEqual(['testville']);
});

test('an unknown source is told the nearest, and one of several has to be named', () => {
  write('testville/sources/calls.yaml', 'title: { en: Calls }\nfields: { received: { column: at } }');
  write('testville/sources/letters.yaml', 'title: { en: Letters }\nfields: { received: { column: at } }');
  const city = readCity(cities, 'testville');
  expect(() => sourceOf(city, 'cals')).toThrow(
    'testville has no source “cals” (--source): did you mean calls?',
  );
  expect(() => sourceOf(city, undefined)).toThrow('there are: calls, letters');
});

test('a misspelt field of a mapping is named with its file and the nearest', () => {
  write('testville/sources/calls.yaml', 'title: { en: Calls }\nfields: { receved: { column: at } }');
  expect(problem()).toContain('calls.yaml: fields: there is no “receved” here, did you mean received');
});

test('a misspelt property of a field is named with its path', () => {
  write('testville/sources/calls.yaml', 'title: { en: Calls }\nfields: { received: { colum: at } }');
  expect(problem()).toContain('calls.yaml: fields.received: there is no “colum” here, did you mean column');
});

test.each([
  ['time_zone: Europe/Athen', 'city.yaml: time_zone: not a known IANA time zone'],
  ['bounds: [24, 37, 23, 38]', 'city.yaml: bounds: expected west, south, east, north'],
  ['earliest: yesterday', 'city.yaml: earliest: Invalid ISO date'],
  [
    'holidays: [{ name: a, label: { en: A }, from: 2024-01-02, to: 2024-01-02 }]',
    'city.yaml: holidays.0.to: expected a day after `from`',
  ],
  ['holidais: []', 'city.yaml: the file: there is no “holidais” here, did you mean holidays'],
  ['name: [', 'city.yaml: not readable as YAML'],
])('“%s” in city.yaml is reported', (line, expected) => {
  const key = `${line.split(':')[0]}:`;
  const kept = definition.split('\n').filter((each) => !each.startsWith(key));
  write('testville/city.yaml', [...kept, line].join('\n'));
  expect(problem()).toContain(expected);
});

test('a dispatch rule for a topic or to a unit that does not exist is reported', () => {
  write('testville/topics.yaml', '- { code: housing, en: Housing }');
  write('testville/units.yaml', '- { code: gas, en: Gas, kind: public_service }');
  write('testville/dispatch.yaml', '- { topic: housin, to: gas, urgency: 7d }');
  expect(problem()).toContain('dispatch.yaml: there is no topic “housin”, did you mean housing?');
  write('testville/dispatch.yaml', '- { topic: housing, to: gaz, urgency: 7d }');
  expect(problem()).toContain('dispatch.yaml: housing: there is no unit “gaz”, did you mean gas?');
});

test('a fourth level of topics is refused instead of lost', () => {
  const nested = (levels: number): string =>
    levels === 0 ? '[]' : `[{ code: a, en: A, children: ${nested(levels - 1)} }]`;
  write('testville/topics.yaml', nested(4));
  expect(problem()).toContain('topics.yaml: the file: expected at most three levels');
});

test('full topic codes are joined with dots', () => {
  write('testville/topics.yaml', '- { code: a, en: A, children: [{ code: b, en: B }] }');
  expect(readCity(cities, 'testville').topics).toEqual([
    { code: 'a', level: 1, parent: '', label: { en: 'A' } },
    { code: 'a.b', level: 2, parent: 'a', label: { en: 'B' } },
  ]);
});

test('values written in a source come before names of the pack', () => {
  write(
    'testville/topics.yaml',
    '- { code: heat, en: Heating, local: Θέρμανση }\n- { code: dogs, en: Dogs }',
  );
  write(
    'testville/sources/calls.yaml',
    'title: { en: Calls }\nfields: { topic1: { column: t, names: true, values: { Dogs: animals } } }',
  );
  expect(sourceOf(readCity(cities, 'testville'), 'calls').fields.topic1?.values).toEqual({
    Heating: 'heat',
    Θέρμανση: 'heat',
    Dogs: 'animals',
  });
});
