import { expect, test } from 'vitest';
import type { CityMeta } from '../../screen/city.ts';
import { clausesOfSeries } from './alarmPlace.ts';
import { watchable } from './useAlarms.ts';

const meta = {
  parents: { subdistrict: { '11': '1' }, topic2: { pipe: 'water' }, topic3: { burst: 'pipe' } },
} as unknown as CityMeta;

test('a series of a subdistrict and a third-level topic chooses everything above them too', () => {
  const clauses = clausesOfSeries(
    { topic: { level: 3, code: 'burst' }, area: { level: 'subdistrict', code: '11' } },
    meta,
  );
  expect(clauses.map(({ dimension, values }) => [dimension, ...values])).toEqual([
    ['district', '1'],
    ['subdistrict', '11'],
    ['topic1', 'water'],
    ['topic2', 'pipe'],
    ['topic3', 'burst'],
  ]);
});

test('all topics of the whole city choose nothing', () => {
  expect(clausesOfSeries({ topic: { level: 0, code: '' }, area: { level: 'city', code: '' } }, meta)).toEqual(
    [],
  );
});

test('alarms are narrowed by topic and area only', () => {
  const clause = (dimension: 'channel' | 'topic1') => ({ dimension, exclude: false, values: ['a'] });
  expect(watchable([clause('channel'), clause('topic1')])).toEqual([clause('topic1')]);
});
