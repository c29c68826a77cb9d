import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { readRoles, rolesFile, standardRoles } from './read-roles.ts';
import { rolesMarks, rolesTable } from './roles-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-roles-'));
afterAll(() => rmSync(folder, { recursive: true }));

const right = readFileSync(standardRoles, 'utf8');
const read = (text: string) => {
  const file = join(folder, 'roles.yaml');
  writeFileSync(file, text);
  return readRoles(file);
};

test('docs/roles.md has the standard roles as they are', () => {
  const text = readFileSync(fileURLToPath(new URL('../../../docs/roles.md', import.meta.url)), 'utf8');
  const [, rest = ''] = text.split(rolesMarks.begin);
  const [held = ''] = rest.split(rolesMarks.end);
  const expected = rolesTable(readRoles(standardRoles));
  expect(held.trim(), 'run: node --import tsx packages/city/scripts/write-roles.ts').toBe(expected);
});

test.each([
  [
    'published: [district, month',
    'published: [distrct, month',
    'there is no dimension “distrct”, did you mean district',
  ],
  ['published: [district, month', 'published: [district, day', '“day” is too fine to be published'],
  ['may: [keep, desk]', 'may: [kep, desk]', 'there is no permission “kep”, did you mean keep'],
  ['name: operator', 'name: leader', '“leader” is there twice'],
  ['name: operator', 'name: anyone', '“anyone” is whoever asks where access is open'],
  ['name: operator', 'name: ../x', 'expected a word of small letters'],
  ['place: 8', 'place: 11', 'place: expected point, or an H3 resolution: 7, 8, 9, 10'],
  ['sees: nothing', 'sees: none', 'sees: expected city, own or nothing'],
  ['time: hour', 'time: day', 'time: expected second or hour'],
  ['may: [administer, erase]', 'may: [erase]', 'nobody may administer'],
])('%s, changed to %s, is a mistake with its line', (from, to, problem) => {
  const line = right.slice(0, right.indexOf(from)).split('\n').length;
  const wrong = () => read(right.replace(from, to));
  expect(wrong).toThrow(problem);
  expect(wrong).toThrow(`roles.yaml:${problem.startsWith('nobody') ? 1 : line}: `);
});

test('a field that does not exist is told the nearest', () => {
  const wrong = right.replace('callers: pseudonym', 'caller: pseudonym');
  expect(() => read(wrong)).toThrow('there is no “caller” here, did you mean callers');
});

test('a city has the roles of its pack, else of the folder of packs, else the standard ones', () => {
  mkdirSync(join(folder, 'packs', 'one'), { recursive: true });
  const packs = join(folder, 'packs');
  expect(rolesFile(packs, 'one')).toBe(standardRoles);
  writeFileSync(join(packs, 'roles.yaml'), right);
  expect(rolesFile(packs, 'one')).toBe(join(packs, 'roles.yaml'));
  writeFileSync(join(packs, 'one', 'roles.yaml'), right);
  expect(rolesFile(packs, 'one')).toBe(join(packs, 'one', 'roles.yaml'));
});
