import type { EvaluationSchemes } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { groupOfValue } from './EvaluationWay.tsx';

type Scheme = EvaluationSchemes['schemes'][number];
type Group = Scheme['groups'][number];

const group = (name: string, by: Group['by'], members: string[] | null, without: string[] = []): Group => ({
  ...{ name, by, members, without, label: { en: name }, kinds: [], only: [], called_in: 0 },
});

const schemes = (...groups: Group[]) => ({ schemes: [{ groups: [] }, { groups }] as unknown as Scheme[] });

test('a unit is in the group of its kind; a government in the one of its area', () => {
  const told = schemes(
    group('district', 'district', ['110105']),
    group('department', 'unit', ['water']),
    group('enterprise', 'unit', ['gas']),
  );
  expect(groupOfValue(told, 'unit', 'gas')?.name).toBe('enterprise');
  expect(groupOfValue(told, 'unit', '110105')?.name).toBe('district');
  expect(groupOfValue(told, 'unit', 'nobody')).toBeUndefined();
});

test('where a city names no values, every one of the dimension is ranked but those left out', () => {
  const told = schemes(group('agency', 'unit', null, ['DOE']));
  expect(groupOfValue(told, 'unit', 'NYPD')?.name).toBe('agency');
  expect(groupOfValue(told, 'unit', 'DOE')).toBeUndefined();
  expect(groupOfValue(told, 'district', 'BRONX')).toBeUndefined();
});
