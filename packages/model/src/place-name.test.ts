import { expect, test } from 'vitest';
import { placeName, withoutAreas } from './place-name.ts';

const nanyuan = { en: 'Nanyuan', zh: '南苑街道' };
const fengtai = { en: 'Fengtai', zh: '丰台区' };

test('a place is named by an address in it, else by the way from the middle of its area', () => {
  expect(placeName({ address: '景和苑12号', area: nanyuan, away: null })).toEqual({
    en: 'near 景和苑12号, Nanyuan',
    zh: '南苑街道景和苑12号附近',
  });
  expect(placeName({ address: null, area: nanyuan, away: { km: 1.23, direction: 'ne' } })).toEqual({
    en: 'Nanyuan, 1.2 km north-east of its middle',
    zh: '南苑街道中心东北1.2公里处',
  });
  expect(placeName({ address: null, area: nanyuan, away: { km: 0.2, direction: 'ne' } }).en).toBe(
    'middle of Nanyuan',
  );
});

test('the names of the areas an address begins with are told once', () => {
  expect(withoutAreas('丰台区南苑街道景和苑12号', [fengtai, nanyuan])).toBe('景和苑12号');
  expect(withoutAreas('丰台区景和苑12号', [fengtai, nanyuan])).toBe('景和苑12号');
  expect(withoutAreas('景和苑 丰台区', [fengtai, nanyuan])).toBe('景和苑 丰台区');
  expect(withoutAreas('丰台区', [fengtai])).toBe('丰台区');
});
