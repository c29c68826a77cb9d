import type { FieldDefinition } from '@hotline-atlas/city';
import { expect, test } from 'vitest';
import { becomes } from './word-counts.ts';

const field: FieldDefinition = {
  column: 'c',
  required: false,
  names: false,
  otherwise: 'keep',
  unknown: ['n/a'],
};

test.each([
  [{}, 'Open', 'Open'],
  [{}, 'N/A', ''],
  [{ values: { Open: 'received' } }, 'Open', 'received'],
  [{ values: { Open: 'received' } }, 'Other', 'Other'],
  [{ values: { 'N/A': 'north' } }, 'N/A', 'north'],
  [{ values: { Open: 'received' }, otherwise: 'unknown' as const }, 'Other', ''],
  [{ values: { Open: 'received' }, otherwise: { value: 'closed' } }, 'Other', 'closed'],
  [{ values: { Open: 'received' }, otherwise: { value: 'closed' } }, 'n/a', ''],
  [{ values: { '': 'received' }, otherwise: { value: 'closed' } }, 'n/a', 'received'],
])('%o makes “%s” “%s”', (more, text, word) => {
  expect(becomes({ ...field, ...more }, text)).toBe(word);
});
