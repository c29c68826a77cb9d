import { generationOfAll, generationOfYear } from '@hotline-atlas/clickhouse';
import { everything, parseQuery } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { scopedTo } from '../../testing/scoped.ts';
import { city, history, months, parameters, planned, tables } from '../../testing/story.ts';
import { planQuery, sourcesOf } from './plan.ts';

const query = (address: string) => parseQuery(parameters(address), []);

const source = (address: string) => sourcesOf(planned(address)).join(' + ');
const scans = (address: string) => planned(address).reads.now.map(({ months }) => months);

test('the smallest table that holds every key answers', () => {
  expect(source('metrics=appeals')).toBe('rollup_month_area');
  expect(source('metrics=appeals&by=subdistrict&where=topic1:heating')).toBe('rollup_month_area');
  expect(source('metrics=appeals&by=topic2')).toBe('rollup_month_topic');
  expect(source('metrics=appeals&by=topic2,subdistrict')).toBe('appeal');
  expect(source('metrics=appeals&by=hour_of_day,day_of_week&where=channel:phone')).toBe('rollup_month_hour');
  expect(source('metrics=appeals&by=unit')).toBe('appeal');
});

test('a rollup by month answers months, quarters and years, one by day also days and weeks', () => {
  for (const grain of ['month', 'quarter', 'year'])
    expect(source(`metrics=appeals&by=${grain}`)).toBe('rollup_month_area');
  for (const grain of ['day', 'week'])
    expect(source(`metrics=appeals&by=${grain},district`)).toBe('rollup_day_area');
  expect(source('metrics=appeals&by=day_of_week,subdistrict')).toBe('rollup_day_area');
  expect(source('metrics=appeals&by=hour')).toBe('appeal');
});

test('times to close need classes, callers need sketches', () => {
  expect(source('metrics=median_hours_to_close')).toBe('rollup_month_area');
  expect(source('metrics=median_hours_to_close&by=day')).toBe('appeal');
  expect(source('metrics=callers&by=district')).toBe('rollup_month_area');
  expect(source('metrics=repeat_share&by=topic2')).toBe('appeal');
});

test('cells come from the rollup up to its resolution, finer ones from rows', () => {
  expect(source('metrics=appeals&by=cell&resolution=9&from=2024-01-01')).toBe('rollup_month_cell');
  expect(source('metrics=appeals&by=cell&resolution=10')).toBe('appeal');
  expect(source('metrics=appeals&where=cell:8831aa5501fffff&from=2024-01-01')).toBe('rollup_month_cell');
  expect(source('metrics=appeals&where=cell:8a31aa5501fffff')).toBe('appeal');
});

test('a period within a month needs days; one that ends beyond the data does not', () => {
  expect(source('metrics=appeals&from=2023-01-15&to=2023-01-20')).toBe('rollup_day_area');
  expect(source('metrics=appeals&from=2023-01-01&to=2024-12-16')).toBe('rollup_month_area');
  expect(source('metrics=appeals&from=2021-11-11&to=2030-01-20')).toBe('rollup_month_area');
});

test('whole months are read by month, and only the days at the ends by day', () => {
  const asked = 'metrics=appeals&from=2023-01-15&to=2023-07-02';
  expect(source(asked)).toBe('rollup_month_area + rollup_day_area');
  expect(scans(asked)).toEqual([
    { generations: [5573, 5574, 5575, 5576, 5577], days: null },
    { generations: [5572, 5578], days: [{ from: '2023-01-15', to: '2023-07-02' }] },
  ]);
  expect(source('metrics=appeals&by=week&from=2023-01-15&to=2023-07-02')).toBe('rollup_day_area');
  expect(source('metrics=appeals&where=topic2:heating&from=2023-01-15&to=2023-07-02')).toBe(
    'rollup_month_topic + appeal',
  );
});

test('the compared period and regimes left out are whole months where they can be', () => {
  const both = 'rollup_month_area + rollup_day_area';
  expect(source('metrics=appeals&from=2024-01-01&to=2024-12-16&compare=year')).toBe(both);
  expect(source('metrics=appeals&from=2024-03-01&to=2024-12-01&compare=year')).toBe('rollup_month_area');
  // 29 February has no counterpart.
  expect(source('metrics=appeals&from=2024-01-01&to=2024-12-01&compare=year')).toBe(both);
  expect(source('metrics=appeals&without_regimes=pandemic')).toBe('rollup_month_area');
  expect(source('metrics=appeals&without_regimes=flood')).toBe(both);
  expect(source('metrics=appeals&without_regimes=flood&from=2023-04-01')).toBe('rollup_month_area');
});

test('years that are summed up are read whole, the other months from the table of months', () => {
  const cells = (more: string) => `metrics=appeals&by=cell&resolution=9${more}`;
  expect(source(cells(''))).toBe('rollup_year_cell + rollup_month_cell');
  expect(scans(cells('')).map(({ generations }) => generations.map((each) => each % 4096))).toEqual([
    [3122, 3123],
    months.slice(24),
  ]);
  expect(source(cells('&from=2022-01-01&to=2024-01-01'))).toBe('rollup_year_cell');
  expect(scans(cells('&from=2022-03-01&to=2024-02-01')).map(({ generations }) => generations.length)).toEqual(
    [1, 11],
  );
  expect(source(cells('&from=2022-02-01&to=2023-12-01'))).toBe('rollup_month_cell');
  expect(source(cells('&without_regimes=flood&to=2024-01-01'))).toBe(
    'rollup_year_cell + rollup_month_cell + appeal',
  );
});

test('months are read where years spare too little, or months have to be told apart', () => {
  expect(source('metrics=appeals&from=2022-01-01&to=2024-01-01')).toBe('rollup_month_area');
  const inTime = (more: string) => `metrics=appeals&from=2022-01-01&to=2024-01-01&by=cell,${more}`;
  expect(source(inTime('month'))).toBe('rollup_month_cell');
  expect(source(inTime('year'))).toBe('rollup_year_cell');
  expect(source(inTime('year&compare=year'))).toBe('rollup_year_cell');
});

test('compared days that are not whole months are read besides: taken away, or by themselves', () => {
  const read = (address: string) => {
    const { reads } = planned(`metrics=${address}`);
    const tables = Object.entries(reads).map(([side, pieces]) => [
      side,
      pieces.map(({ table }) => table.name).join(),
    ]);
    return Object.fromEntries(tables);
  };
  expect(read('appeals&from=2024-01-01&to=2024-12-01&compare=year')).toEqual({
    now: 'rollup_month_area',
    before: 'rollup_month_area',
    unpaired: 'rollup_day_area',
  });
  expect(planned('metrics=appeals&from=2024-01-01&to=2024-12-01&compare=year').pairedBy).toEqual({
    now: 'less',
    before: 'same',
  });
  expect(planned('metrics=callers&from=2024-01-01&to=2024-12-01&compare=year').pairedBy?.now).toBe('apart');
  expect(planned('metrics=appeals&from=2023-05-01&to=2023-06-01&compare=previous').pairedBy).toEqual({
    now: 'less',
    before: 'apart',
  });
  expect(planned('metrics=appeals&from=2022-01-01&to=2023-01-01&compare=year')).toMatchObject({
    pairedBy: { now: 'same', before: 'same' },
    comparable: false,
  });
});

test('all history is read from all years together, unless years have to be told apart or days looked at', () => {
  const years = [...[2022, 2023, 2024].map((year) => generationOfYear(5, year)), generationOfAll(5)];
  const { publication } = history;
  const rows = { ...publication.rows, rollup_year_cell: [90_000, 90_000, 90_000, 100_000] };
  const summedUp = { ...history, publication: { ...publication, years, rows } };
  const read = (more: string) =>
    planQuery(
      parseQuery(parameters(`metrics=appeals&resolution=9&by=cell${more}`), ['pandemic']),
      everything,
      summedUp,
      city,
      tables,
    );
  const generations = (more: string) =>
    read(more).reads.now.flatMap(({ months }) => months.generations.map((each) => each % 4096));
  expect(generations('')).toEqual([4095]);
  expect(generations('&from=2021-06-01&to=2030-01-01')).toEqual([4095]);
  expect(generations('&from=2022-01-01&to=2024-12-16&compare=year')).toEqual([4095]);
  expect(read('&compare=year').reads.before?.[0]?.months.generations).toEqual([years[0]]);
  expect(generations(',year')).toEqual([3122, 3123, 3124]);
  expect(generations('&to=2024-01-01')).toEqual([3122, 3123]);
  expect(generations('&without_regimes=pandemic')).toEqual([3123, 3124]);
});

test('where there is nothing to compare with, nothing more is read than without', () => {
  const {
    reads: { now, before },
  } = planned('metrics=appeals&by=topic2&compare=previous');
  expect(before).toEqual([{ table: now[0]?.table, months: { generations: [], days: null } }]);
});

test('only generations whose month is asked for are read', () => {
  const {
    reads: { now, before },
  } = planned('metrics=appeals&from=2024-03-01&to=2024-05-01&compare=year');
  expect(now.map(({ months }) => months)).toEqual([{ generations: [5586, 5587], days: null }]);
  expect(before?.map(({ months }) => months.generations)).toEqual([[5574, 5575]]);
  expect(scans('metrics=appeals&without_regimes=pandemic')[0]?.generations).toHaveLength(24);
  expect(scans('metrics=appeals&from=2030-01-01&to=2031-01-01')[0]?.generations).toEqual([]);
});

test('a regime within months is left out day by day, its whole months at once', () => {
  const [whole, rest] = scans('metrics=appeals&from=2023-01-01&to=2024-01-01&without_regimes=flood');
  expect(whole?.generations).toHaveLength(10);
  expect(rest).toMatchObject({
    generations: [5573, 5574],
    days: [
      { from: '2023-02-01', to: '2023-02-13' },
      { from: '2023-03-06', to: '2023-04-01' },
    ],
  });
});

test('a rollup answers only for generations it has been filled for', () => {
  const rows = {
    ...history.publication.rows,
    rollup_month_area: months.map((_, index) => (index < 30 ? 2 : 0)),
  };
  const partial = { ...history, publication: { ...history.publication, rows } };
  const asked = (from: string) =>
    sourcesOf(planQuery(query(`metrics=appeals&from=${from}`), everything, partial, city, tables));
  expect(asked('2024-01-01')).toEqual(['rollup_month_topic']);
  expect(asked('2022-01-01')).toEqual(['rollup_month_topic']);
});

test('a scope needs the keys of its clauses', () => {
  const scope = scopedTo(['north']);
  expect(sourcesOf(planned('metrics=appeals&by=topic3', scope))).toEqual(['rollup_month_topic']);
});

test('residents are those of the areas asked for', () => {
  const residents = (address: string) => planned(`metrics=per_10k_residents&${address}`).residents;
  expect(residents('')).toEqual({ by: null, total: 40_000 });
  expect(residents('where=district:north')).toEqual({ by: null, total: 10_000 });
  expect(residents('where=district:!north')).toEqual({ by: null, total: 30_000 });
  expect(residents('where=subdistrict:north-1,north-2')).toEqual({ by: null, total: 10_000 });
  expect(residents('where=subdistrict:south-1')).toEqual({ by: null, total: null });
  expect(residents('where=district:')).toEqual({ by: null, total: null });
  expect(residents('by=cell')).toEqual({ by: null, total: null });
  expect(residents('by=district')).toMatchObject({
    by: 'district',
    areas: new Map([
      ['north', 10_000],
      ['south', 30_000],
    ]),
  });
  expect(residents('by=subdistrict,district')).toMatchObject({
    by: 'subdistrict',
    areas: new Map([
      ['north-1', 4_000],
      ['north-2', 6_000],
    ]),
  });
  expect(residents('by=district&where=subdistrict:north-1,south-1')).toMatchObject({
    by: 'district',
    areas: new Map([['north', 4_000]]),
  });
});
