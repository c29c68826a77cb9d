import { join } from 'node:path';
import { type City, readCity } from '@hotline-atlas/city';
import { everything, type Scope } from '@hotline-atlas/model';
import { scopedTo } from '@hotline-atlas/query/testing';
import { expect, test } from 'vitest';
import { placesSeen } from './places-seen.ts';

const fixtures = join(import.meta.dirname, '../../../../../test/fixtures/cities');
const unit = (code: string, district?: string): City['units'][number] => ({
  ...{ code, en: code, kind: 'district_department' },
  ...(district !== undefined && { district }),
});
const city: City = {
  ...readCity(fixtures, 'riverton'),
  units: [unit('north-gas', 'north'), unit('south-gas', 'south'), unit('water')],
};
const { own, anybodys } = placesSeen(city);

const north = scopedTo(['north']);
const ofUnit: Scope = {
  ...everything,
  clauses: [{ dimension: 'unit', exclude: false, values: ['north-gas'] }],
};

test.each<[string[], string]>([
  [[], 'anybody anybody'],
  [['topic1:housing'], 'anybody anybody'],
  [['district:north'], 'anybody own'],
  [['district:north,south'], 'anybody own'],
  [['district:south'], 'nobody own'],
  [['subdistrict:north-west'], 'anybody own'],
  [['subdistrict:south-west'], 'nobody own'],
  [['subdistrict:nowhere'], 'nobody own'],
  [['unit:north-gas'], 'anybody anybody'],
  [['unit:north-gas', 'topic1:housing'], 'anybody anybody'],
  [['unit:south-gas'], 'nobody nobody'],
  [['unit:south'], 'nobody nobody'],
  [['unit:north-west'], 'anybody nobody'],
  [['unit:water'], 'own nobody'],
  [['unit:water', 'district:north'], 'anybody nobody'],
  [['unit:water,north-gas'], 'own anybody'],
  [['unit:!water'], 'own anybody'],
  [['district:north', 'unit:south-gas'], 'nobody nobody'],
])('a note of %j is seen by an official of the north, and by one of a unit: %s', (place, expected) => {
  const seenBy = (scope: Scope) => {
    if (anybodys(scope, place)) return 'anybody';
    return own(scope, place) ? 'own' : 'nobody';
  };
  expect(`${seenBy(north)} ${seenBy(ofUnit)}`).toBe(expected);
  expect(seenBy(everything)).toBe('anybody');
});
