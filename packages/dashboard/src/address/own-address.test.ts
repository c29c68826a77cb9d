import { expect, test } from 'vitest';
import { ownAddress } from './own-address.ts';

test('an address of the dashboard is kept as it is', () => {
  expect(ownAddress('/?page=map&where=district:110106')).toBe('/?page=map&where=district:110106');
  expect(ownAddress('/administration?part=audit')).toBe('/administration?part=audit');
});

test.each([
  '',
  'map',
  'https://elsewhere.example/',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/..//elsewhere.example',
  'javascript:alert(1)',
  '/api/export?format=csv',
  '/sign-in?to=/sign-in',
])('%j is no address to return to', (text) => {
  expect(ownAddress(text)).toBe('');
});
