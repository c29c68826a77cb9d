import { expect, test } from 'vitest';
import { ownAddress } from './own-address.ts';

test.each([
  ['/', '/'],
  ['/?district=110106&topic1=housing#map', '/?district=110106&topic1=housing#map'],
  ['/area/110106?q=物业', '/area/110106?q=%E7%89%A9%E4%B8%9A'],
  ['/apiary', '/apiary'],
])('%s is an address of the dashboard', (sent, kept) => {
  expect(ownAddress(sent)).toBe(kept);
});

test.each([
  '',
  'area',
  '//evil.example/',
  '/\\evil.example/',
  '/\t/evil.example',
  '/\n/evil.example',
  '/..//evil.example',
  '/.//evil.example',
  '/a/../..//evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/api/export?format=csv',
  '/api',
  '/x/../api/export',
  '/API/export?format=csv',
  '/l/abc',
  '/L/abc',
  '/a b',
  '/\u0000',
])('%j leads elsewhere', (sent) => {
  expect(() => ownAddress(sent)).toThrow(/address/);
});
