import type { City } from '@hotline-atlas/city';
import type { Scope } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { find } from './find.ts';
import { namesOf } from './names.ts';

const area = (code: string, en: string, zh: string, parent?: string) => ({
  properties: { code, en, zh, parent },
});

/** Names of Beijing, in two districts. */
const city = {
  areas: [
    {
      level: 'district',
      features: { features: [area('110105', 'Chaoyang', '朝阳区'), area('110106', 'Fengtai', '丰台区')] },
    },
    {
      level: 'subdistrict',
      features: { features: [area('110106001', 'Fengtai Subdistrict', '丰台街道', '110106')] },
    },
  ],
  topics: [
    { code: 'utilities', level: 1, parent: '', label: { en: 'Public services', zh: '公共服务' } },
    { code: 'utilities.heating', level: 2, parent: 'utilities', label: { en: 'Heating', zh: '供热' } },
    { code: 'traffic.green', level: 2, parent: '', label: { en: 'Green lights', zh: '绿灯' } },
  ],
  units: [
    {
      code: '110105-housing',
      en: 'Chaoyang housing department',
      zh: '朝阳区住房建设部门',
      district: '110105',
    },
    { code: 'heating', en: 'Heating enterprise', zh: '供热企业' },
  ],
} as unknown as City;

const entries = namesOf(city);
const everything = { clauses: [] } as unknown as Scope;
const codes = (text: string, scope = everything, most = 9) =>
  find(entries, text, scope, most).map(({ entry, match }) => `${entry.kind} ${entry.code} ${match}`);

test('a district is found by initials, by pinyin, by its name in both languages and by its code', () => {
  expect(codes('ftq')).toEqual(['district 110106 initials']);
  expect(codes('FengTaiQu')[0]).toBe('district 110106 initials');
  expect(codes('丰台区')[0]).toBe('district 110106 exact');
  expect(codes('fengtai')).toEqual(['district 110106 exact', 'subdistrict 110106001 prefix']);
  expect(codes('110106')[0]).toBe('district 110106 exact');
});

test('a character of several readings is read as in its word, and ü as v', () => {
  expect(codes('cyq')[0]).toBe('district 110105 initials');
  expect(codes('lvdeng')).toEqual(['topic traffic.green initials']);
});

test('the whole name comes first, then its beginning, its initials, and what only holds it', () => {
  expect(codes('gr')).toEqual([
    'topic traffic.green prefix',
    'topic utilities.heating initials',
    'unit heating initials',
    'page integrity inside',
  ]);
  expect(codes('供热')).toEqual(['topic utilities.heating exact', 'unit heating prefix']);
  expect(codes('热')).toEqual(['topic utilities.heating inside', 'unit heating inside']);
  expect(codes('ｈｅａｔｉｎｇ')[0]).toBe('topic utilities.heating exact');
});

test('nothing outside of a scope is offered, and no kind hides the others', () => {
  const own = {
    clauses: [{ dimension: 'district', exclude: false, values: ['110105'] }],
  } as unknown as Scope;
  expect(codes('丰台', own)).toEqual([]);
  expect(codes('朝阳', own)).toEqual(['district 110105 prefix', 'unit 110105-housing prefix']);
  const other = {
    clauses: [{ dimension: 'district', exclude: true, values: ['110105'] }],
  } as unknown as Scope;
  expect(codes('朝阳', other)).toEqual([]);
  expect(codes('heating', everything, 1)).toEqual(['topic utilities.heating exact', 'unit heating exact']);
});

test('pages are found by their names', () => {
  expect(codes('dt')).toContain('page map initials');
  expect(codes('overv')).toEqual(['page overview prefix']);
  expect(codes('schemes')).toEqual(['page schemes prefix']);
});
