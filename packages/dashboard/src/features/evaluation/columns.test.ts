import { expect, test } from 'vitest';
import { rankingColumns } from './columns.ts';

const full = {
  indicators: [
    { name: 'resolution', measured: true },
    { name: 'on_time', measured: true },
    { name: 'nobody_has_any', measured: false },
  ],
  hasChange: true,
  ...{
    hasVisits: true,
    hasExcluded: true,
    hasClasses: true,
    callsIn: true,
    hasCaseMix: true,
    isTried: false,
  },
};
const names = (content: typeof full) => rankingColumns(content).map(({ name }) => name);

test('a city without return visits, exclusions and classes has no empty columns', () => {
  const bare = {
    ...full,
    hasChange: false,
    hasVisits: false,
    hasExcluded: false,
    hasClasses: false,
    callsIn: false,
    hasCaseMix: false,
  };
  expect(names(bare)).toEqual(['rank', 'name', 'score', 'resolution', 'on_time', 'weights']);
});

test('rates and who is called in never leave; what says least leaves first', () => {
  const always = rankingColumns(full).filter(({ room }) => room === 'always');
  expect(always.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['resolution', 'on_time', 'called_in', 'score', 'excluded']),
  );
  const room = Object.fromEntries(rankingColumns(full).map((each) => [each.name, each.room]));
  expect([room.weights, room.case_mix, room.class]).toEqual(['widest', 'wider', 'wide']);
  expect(names({ ...full, isTried: true })).toContain('tried');
});
