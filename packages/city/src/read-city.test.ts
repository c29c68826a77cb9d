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
  expect(() => sourceOf(city, undefined)).toThrow('say which: --source calls | letters');
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
  ['time_zone: PST', 'city.yaml: time_zone: not a known IANA time zone: “PST”, expected one such as'],
  ['time_zone: europe/athens', 'did you mean Europe/Athens?'],
  ['bounds: [24, 37, 23, 38]', 'city.yaml: bounds: expected west, south, east, north'],
  ['bounds: [33, -119, 35, -117]', 'a latitude beyond 90 or a longitude beyond 180: is it latitude first?'],
  ['bounds: [-20, 37, 24, 38]', 'is wider than 20 degrees, which no city is'],
  ['earliest:', 'city.yaml: earliest: is missing, expected a text'],
  ['hotline: { en: 311 }', 'city.yaml: hotline.en: expected a text, found 311'],
  ['areas: [{ level: district, label: { en: Area } }]', 'areas.0.boundaries: is missing, expected a text'],
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

test.each([
  [
    '{ column: t, values: { Cancelled: canceld, Done: closed } }',
    'fields.status.values.Cancelled: “canceld” is no',
  ],
  ['{ column: t, values: { Done: close } }', 'is no standard word of status, did you mean closed?'],
  ['{ constant: open }', 'fields.status.constant: “open” is no standard word of status'],
  ['{ column: t, otherwise: { value: done } }', 'fields.status.otherwise.value: “done” is no standard word'],
  ['{ column: t, dates: [iso] }', 'fields.status.dates: status is no time'],
  ['{ values: { a: closed } }', 'fields.status: expected either a `column` or a `constant`'],
])('the field status: %s is reported', (status, expected) => {
  write('testville/sources/calls.yaml', `title: { en: Calls }\nfields: { status: ${status} }`);
  expect(problem()).toContain(`calls.yaml: ${expected.startsWith('fields') ? expected : ''}`);
  expect(problem()).toContain(expected);
});

test('a form of dates that cannot be read is reported', () => {
  const fields = "{ received: { column: at, dates: [iso, 'M/d/yyyy H:mm a'] } }";
  write('testville/sources/calls.yaml', `title: { en: Calls }\nfields: ${fields}`);
  expect(problem()).toContain(
    'calls.yaml: fields.received.dates.1: “M/d/yyyy H:mm a” is no form of dates: AM and PM (a) need an hour of the half day',
  );
});

test('a point that could lie in the city either way round needs an order', () => {
  const beirut = definition.replace('[23, 37, 24, 38]', '[35, 33, 36, 36]').replace('Athens', 'Istanbul');
  write('testville/city.yaml', beirut);
  const source = (order: string) => `title: { en: Calls }\nfields: { point: { column: p${order} } }`;
  write('testville/sources/calls.yaml', source(''));
  expect(problem()).toContain(
    'sources/calls.yaml: fields.point: a pair of numbers could lie in the city either way',
  );
  write('testville/sources/calls.yaml', source(', order: lat_lon'));
  expect(problem()).toBe('none');
});

test('words for unknown are those of the city, the source and the field, and an empty list clears them', () => {
  write('testville/city.yaml', `${definition}unknown: [Unspecified]`);
  const fields =
    '{ topic1: { column: a }, topic2: { column: b, unknown: [] }, topic3: { column: c, unknown: [X] } }';
  write('testville/sources/calls.yaml', `title: { en: Calls }\nunknown: [tbd]\nfields: ${fields}`);
  const { topic1, topic2, topic3 } = sourceOf(readCity(cities, 'testville'), 'calls').fields;
  expect(topic1?.unknown).toEqual(expect.arrayContaining(['null', 'n/a', '-', 'unspecified', 'tbd']));
  expect(topic1?.unknown).not.toContain('no');
  expect(topic2?.unknown).toEqual([]);
  expect(topic3?.unknown).toContain('x');
});

test('a file of the pack that cannot be read is told as such, not as wrong YAML', () => {
  write('testville/city.yaml', definition);
  mkdirSync(join(cities, 'testville', 'sources', 'folder.yaml'), { recursive: true });
  expect(problem()).toMatch(/sources\/folder\.yaml: it cannot be read \(EISDIR\)$/);
  rmSync(join(cities, 'testville', 'sources', 'folder.yaml'), { recursive: true });
});
