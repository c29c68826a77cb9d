import { expect, test } from 'vitest';
import { rankingColumns } from './columns.ts';

const full = {
  indicators: [
    { name: 'resolution', weight: 40, measured: true },
    { name: 'on_time', weight: 10, measured: true },
    { name: 'nobody_has_any', weight: 5, measured: false },
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
  expect([room.weights, room.case_mix, room.class]).toEqual(['roomiest', 'widest', 'wide']);
  expect(names({ ...full, isTried: true })).toContain('tried');
});

test('four rates have their intervals, the heaviest; lighter ones are numbers and leave first', () => {
  const indicators = [10, 35, 3, 35, 10, 4].map((weight, at) => ({ name: `i${at}`, weight, measured: true }));
  const rates = rankingColumns({ ...full, indicators }).filter(({ indicator }) => indicator >= 0);
  expect(rates.map(({ name }) => name)).toEqual(['i0', 'i1', 'i2', 'i3', 'i4', 'i5']);
  expect(rates.filter(({ kind }) => kind === 'number').map(({ name }) => name)).toEqual(['i2', 'i5']);
});
