import type { AreaLevel, City } from '@hotline-atlas/city';
import { generationOfYear, type Publication } from '@hotline-atlas/clickhouse';
import { everything, parseQuery, type RawParameters, type Scope } from '@hotline-atlas/model';
import { compileQuery } from '../src/compile/compile.ts';
import { type History, historyOf } from '../src/plan/history.ts';
import { type Plan, planQuery } from '../src/plan/plan.ts';
import { appealTable, rollupsFrom, type Table } from '../src/plan/table.ts';

/** Months since January 1900 of the story. */
export const months = Array.from({ length: 36 }, (_, index) => (2022 - 1900) * 12 + index);

const weights: Record<string, number> = {
  appeal: 1_000_000,
  rollup_day_area: 40_000,
  rollup_month_area: 2_000,
  rollup_month_topic: 6_000,
  rollup_month_hour: 30_000,
  rollup_month_cell: 50_000,
};
const weightsOfYears: Record<string, number> = { rollup_year_cell: 90_000 };

const years = [2022, 2023].map((year) => generationOfYear(5, year));

const beside = (all: readonly number[], rows: Record<string, number>) =>
  Object.entries(rows).map(([table, held]) => [table, all.map(() => held)]);

/**
 * Three years, 2022 to 2024, in one load, of which two are summed up; the newest appeal came at noon of 15
 * December 2024, seen the day after.
 */
export const publication: Publication = {
  edition: 7,
  version: 7,
  published: '2024-12-16T03:00:00Z',
  generations: months.map((month) => 4096 + month),
  years,
  rows: Object.fromEntries([...beside(months, weights), ...beside(years, weightsOfYears)]),
  appeals: 36_000,
  firstDay: '2022-01-01',
  lastDay: '2024-12-15',
  newestAppeal: '2024-12-15T04:00:00Z',
  synthetic: true,
};

export const history: History = historyOf(publication, 'Asia/Shanghai');

const keys: Record<string, string[]> = {
  rollup_day_area: ['day', 'district', 'subdistrict', 'topic1'],
  rollup_month_area: ['month', 'district', 'subdistrict', 'topic1', 'close_histogram', 'callers'],
  rollup_month_topic: ['month', 'district', 'topic1', 'topic2', 'topic3', 'close_histogram'],
  rollup_month_hour: ['month', 'district', 'topic1', 'channel', 'day_of_week', 'hour_of_day'],
  rollup_month_cell: ['month', 'district', 'topic1', 'cell9'],
  rollup_year_cell: ['year', 'district', 'topic1', 'cell9'],
};

export const tables: Table[] = [
  ...rollupsFrom(
    Object.entries(keys).flatMap(([table, columns]) =>
      ['generation', 's_appeals', ...columns].map((name) => ({ table, name })),
    ),
  ),
  appealTable,
];

const level = (
  name: AreaLevel['level'],
  areas: { code: string; parent?: string; residents?: number }[],
): AreaLevel => ({
  level: name,
  label: { en: name },
  schematic: false,
  attribution: 'made up',
  features: {
    type: 'FeatureCollection',
    features: areas.map((area) => ({
      type: 'Feature',
      properties: { en: area.code, ...area },
      geometry: { type: 'Polygon', coordinates: [] },
    })),
  },
});

/** A city of two districts; 2022 and three weeks of February and March 2023 were not as usual. */
export const city: City = {
  code: 'story',
  name: { en: 'Story', zh: '故事' },
  hotline: { en: 'Story hotline' },
  time_zone: 'Asia/Shanghai',
  local_language: 'zh',
  earliest: '2000-01-01',
  bounds: [116, 39, 117, 41],
  regimes: [
    { name: 'pandemic', label: { en: 'Pandemic' }, reason: { en: '' }, from: '2022-01-01', to: '2023-01-01' },
    { name: 'flood', label: { en: 'Flood' }, reason: { en: '' }, from: '2023-02-13', to: '2023-03-06' },
  ],
  holidays: [],
  audit: { keep_years: 10 },
  annotations: [],
  time_limits: [],
  evaluation: [],
  areas: [
    level('district', [
      { code: 'north', residents: 10_000 },
      { code: 'south', residents: 30_000 },
    ]),
    level('subdistrict', [
      { code: 'north-1', parent: 'north', residents: 4_000 },
      { code: 'north-2', parent: 'north', residents: 6_000 },
      { code: 'south-1', parent: 'south' },
    ]),
  ],
  topics: [],
  units: [],
  dispatch: [],
  roles: [],
  sources: [],
};

/** The parameters of an address. */
export function parameters(address: string): RawParameters {
  const sent = new URLSearchParams(address);
  return Object.fromEntries([...new Set(sent.keys())].map((name) => [name, sent.getAll(name)]));
}

/** A planned question from the parameters of an address. */
export const planned = (address: string, scope: Scope = everything): Plan =>
  planQuery(parseQuery(parameters(address), ['pandemic', 'flood']), scope, history, city, tables);

/** A compiled question from the parameters of an address. */
export const compiled = (address: string, scope: Scope = everything) => compileQuery(planned(address, scope));
