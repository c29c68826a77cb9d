import { expect, test } from 'vitest';
import { compiled } from '../../testing/story.ts';

const isByNumber = (by: string, more = '') =>
  compiled(`metrics=appeals&by=${by}&from=2024-01-01&to=2024-03-01${more}`).text.includes('AS numbered');

test('two or three words of all appeals are grouped by a number; filtered, of many combinations, or beside a time by themselves', () => {
  expect(isByNumber('location_quality,channel')).toBe(true);
  expect(isByNumber('location_quality,channel,subdistrict')).toBe(true);
  expect(isByNumber('location_quality,channel', '&where=kind:complaint')).toBe(false);
  expect(isByNumber('location_quality,unit,subdistrict')).toBe(false);
  expect(isByNumber('location_quality,channel,kind,urgency')).toBe(false);
  expect(isByNumber('location_quality,month')).toBe(false);
  expect(isByNumber('location_quality')).toBe(false);
});

test('what a rollup holds is grouped by its words', () => {
  expect(isByNumber('district,topic1')).toBe(false);
});
