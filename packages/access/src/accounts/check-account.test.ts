import { readRoles, standardRoles } from '@hotline-atlas/city';
import { expect, test } from 'vitest';
import { checkDuty } from './check-account.ts';

const named = (code: string) => ({ code, names: [] });
const duties = { roles: readRoles(standardRoles), districts: [named('north')], units: [named('works')] };
const official = { role: 'official', districts: ['north'], units: ['works'], project: null };

test('an account is for districts or for units, and neither hides the other', () => {
  expect(() => checkDuty({ ...official, units: [] }, duties)).not.toThrow();
  expect(() => checkDuty({ ...official, districts: [] }, duties)).not.toThrow();
  expect(() => checkDuty(official, duties)).toThrow('for districts or for units, not for both');
});
