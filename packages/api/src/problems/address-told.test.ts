import { expect, test } from 'vitest';
import { addressTold } from './address-told.ts';

test.each([
  ['/api/health', '/api/health'],
  ['/api/query?metrics=appeals&where=unit:a,b', '/api/query?metrics=appeals&where=unit%3Aa%2Cb'],
  ['/api/query?metrics=appeals&q=mrs%26smith', '/api/query?metrics=appeals&q=%E2%80%A6'],
  [
    `/api/answers?question=${encodeURIComponent('%71=mrs%26smith&metrics=appeals')}`,
    `/api/answers?question=${encodeURIComponent('q=%E2%80%A6&metrics=appeals')}`,
  ],
])('%s is logged as %s', (address, told) => {
  expect(addressTold(address)).toBe(told);
});
