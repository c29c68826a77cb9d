import type { Scheme } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { parseTriedWeights } from './tried-weights.ts';

const scheme = {
  indicators: [
    { name: 'response', weight: 30 },
    { name: 'resolution', weight: 70 },
  ],
} as unknown as Scheme;

test('what is not named keeps its own', () => {
  expect(parseTriedWeights('resolution:12.5', scheme)).toEqual({ response: 30, resolution: 12.5 });
  expect(parseTriedWeights('response:0,resolution:100', scheme)).toEqual({ response: 0, resolution: 100 });
});

test.each([
  '',
  'response',
  'response:',
  'response:-1',
  'response:1e3',
  'response:NaN',
  'response:1001',
  'response:1:2',
  'response:10,response:20',
  'response:0,resolution:0',
  '__proto__:10',
  'respons:10',
])('%j is refused with what is understood', (sent) => {
  expect(() => parseTriedWeights(sent, scheme)).toThrow(/response/);
});
