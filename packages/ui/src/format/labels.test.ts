import { expect, test } from 'vitest';
import { labelOf } from './labels.ts';

const labels = {
  unit: { water: { en: 'Waterworks', zh: '自来水公司' } },
  district: { '1': { en: 'North', zh: '北区' } },
};

test('a district that takes orders is a unit by the name of its government', () => {
  expect(labelOf(labels, 'unit', 'water', 'en')).toBe('Waterworks');
  expect(labelOf(labels, 'unit', '1', 'zh')).toBe('北区政府');
  expect(labelOf(labels, 'unit', '1', 'en')).toBe('North District government');
  expect(labelOf(labels, 'district', '1', 'zh')).toBe('北区');
  expect(labelOf(labels, 'unit', '9', 'en')).toBe('9');
});
