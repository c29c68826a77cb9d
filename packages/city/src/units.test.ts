import { expect, test } from 'vitest';
import { receiverOf } from './units.ts';

const place = { district: '110105', subdistrict: '110105004' };

test.each([
  ['subdistrict', place, '110105004'],
  ['subdistrict', { ...place, subdistrict: '' }, '110105'],
  ['district', place, '110105'],
  ['{district}-housing', place, '110105-housing'],
  ['gas', place, 'gas'],
])('“%s” at %o is %s', (to, at, unit) => {
  expect(receiverOf(to, at)).toBe(unit);
});
