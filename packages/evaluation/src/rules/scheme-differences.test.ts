import type { Scheme } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { threeRates } from '../made-up/month.ts';
import { schemeDifferences } from './scheme-differences.ts';
import { schemesTold } from './schemes-told.ts';

const classes = ['improving', 'advanced'].map((name) => ({ name, label: { en: name } }));
const before: Scheme = {
  ...threeRates,
  ...{ to: '2021-01', exclusions: ['duplicate', 'withdrawn'], classes },
  groups: [
    {
      ...{ name: 'district', label: { en: 'Districts' }, by: 'district', kinds: [], only: [], without: [] },
      called_in: 0,
    },
  ],
};
const after: Scheme = {
  ...before,
  ...{ name: 'later', from: '2021-03', to: null, exclusions: ['withdrawn', 'duplicate'] },
  decimals: 1,
  classes: [...classes].reverse(),
  groups: before.groups.map((group) => ({ ...group, called_in: 2 })),
  indicators: before.indicators.slice(1).map((indicator) => ({ ...indicator, weight: 50 })),
};

test('fields that changed, parts that came and went, and nothing else', () => {
  const differences = schemeDifferences(before, after);
  expect(differences.map(({ part, name, field, kind }) => [part, name, field, kind])).toEqual([
    ['scheme', null, 'decimals', 'changed'],
    ['indicator', 'resolution', 'weight', 'changed'],
    ['indicator', 'satisfaction', 'weight', 'changed'],
    ['indicator', 'response', null, 'removed'],
    ['group', 'district', 'called_in', 'changed'],
    ['scheme', null, 'order_of_classes', 'changed'],
  ]);
  expect(differences[1]).toMatchObject({ before: 35, after: 50 });
  expect(differences[3]).toMatchObject({ before: { name: 'response' }, after: null });
});

test('the same rules under another name do not differ', () => {
  expect(schemeDifferences(before, { ...before, name: 'other', from: '2021-01', to: null })).toEqual([]);
});

test('steps in another order are the same steps; other points are not', () => {
  const stepped = (points: number, isReversed: boolean): Scheme => {
    const steps = [
      { at: 0.9, points },
      { at: 0.5, points: 3 },
    ];
    return {
      ...before,
      indicators: before.indicators.map((indicator) => ({
        ...indicator,
        scoring: { by: 'steps', steps: isReversed ? steps.reverse() : steps },
      })),
    };
  };
  expect(schemeDifferences(stepped(10, false), stepped(10, true))).toEqual([]);
  expect(schemeDifferences(stepped(10, false), stepped(12, false))).toHaveLength(3);
});

test('all schemes are told oldest first, with the months in which none is valid', () => {
  const { schemes, gaps, changes } = schemesTold([after, before], () => null);
  expect(schemes.map(({ name }) => name)).toEqual(['three', 'later']);
  expect(gaps).toEqual([{ from: '2021-01', to: '2021-03' }]);
  expect(changes).toMatchObject([{ from_scheme: 'three', to_scheme: 'later', month: '2021-03' }]);
});
