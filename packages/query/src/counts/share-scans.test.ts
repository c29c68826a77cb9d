import { expect, test } from 'vitest';
import { history, planned } from '../../testing/story.ts';
import { compileShared } from './compile-shared.ts';
import { countedOfShared } from './counted-of-shared.ts';
import { type SharedScan, shareScans } from './share-scans.ts';

const rate = 'metrics=appeals,resolution_rate';
const figures = `${rate}&from=2024-01-01&to=2024-03-01&compare=year`;
const course = 'metrics=appeals&by=month&from=2024-01-01&to=2024-03-01&compare=year';
const districts = 'metrics=appeals&by=district&from=2024-01-01&to=2024-03-01';

const shared = (...addresses: string[]): SharedScan[] =>
  shareScans(
    addresses.map((address) => planned(address)),
    history,
  );

test('figures, their course and their parts are sums of the same months', () => {
  const [months, ...more] = shared(figures, course, districts);
  expect(more).toEqual([]);
  expect(months?.plans).toHaveLength(3);
  expect(months && compileShared(months).text).toMatchInlineSnapshot(`
    "SELECT 0 AS part, source.generation AS generation, source.district AS district, CAST(sumForEach([source.s_appeals, source.s_contact_asked, source.s_resolution_besides, source.s_unresolved]), 'Array(Float64)') AS sums
    FROM rollup_month_area AS source
    WHERE source.generation IN {shared_generations:Array(UInt32)}
    GROUP BY 1, 2, 3
    UNION ALL
    SELECT 1 AS part, source.generation AS generation, source.district AS district, CAST(sumForEach([source.s_appeals, source.s_contact_asked, source.s_resolution_besides, source.s_unresolved]), 'Array(Float64)') AS sums
    FROM rollup_day_area AS source
    WHERE source.generation = {beside_1_generations:UInt32}
      AND source.day >= {beside_1_from:Date}
      AND source.day < {beside_1_to:Date}
    GROUP BY 1, 2, 3
    UNION ALL
    SELECT 2 AS part, source.generation AS generation, source.district AS district, CAST(sumForEach(arrayMap(each -> each * transform(source.day, {beside_2_weighted:Array(Date)}, {beside_2_weights:Array(Float64)}, toFloat64(0)), [source.s_appeals, source.s_contact_asked, source.s_resolution_besides, source.s_unresolved])), 'Array(Float64)') AS sums
    FROM rollup_day_area AS source
    WHERE source.generation IN {beside_2_generations:Array(UInt32)}
    GROUP BY 1, 2, 3"
  `);
});

test('what a shared reading counts is told apart by month, side and metric', () => {
  const plans = [figures, course, districts].map((address) => planned(address));
  const [months] = shareScans(plans, history);
  if (!months) throw new Error('nothing is shared');
  const [january, february] = [24, 25].map((month) => history.publication.generations[month]);
  const before = history.publication.generations[12];
  const sums = (appeals: number) => [appeals, 0, 0, 0];
  const rows = [
    { generation: january ?? 0, district: 'north', sums: sums(5) },
    { generation: february ?? 0, district: 'north', sums: sums(3) },
    { generation: february ?? 0, district: 'south', sums: sums(2) },
    { generation: before ?? 0, district: 'south', sums: sums(7) },
  ];
  const appeals = (at: number) => {
    const plan = months.plans[at];
    if (!plan) throw new Error('no such plan');
    return countedOfShared(rows, months, plan).map(({ dimensions, sides }) => [
      ...Object.values(dimensions),
      sides.now?.sums[0],
      sides.before?.sums[0],
    ]);
  };
  expect(appeals(0)).toEqual([[10, 7]]);
  expect(appeals(1)).toEqual([
    ['2024-01-01', 5, 7],
    ['2024-02-01', 5, undefined],
  ]);
  expect(appeals(2)).toEqual([
    ['north', 8, undefined],
    ['south', 2, undefined],
  ]);
});

test('lists that each leave out their own choice are read once, and told apart by what was chosen', () => {
  const period = 'from=2024-01-01&to=2024-03-01&compare=year&metrics=appeals';
  const plans = [
    planned(`${period}&by=district&where=topic1:housing`),
    planned(`${period}&by=topic1&where=district:north`),
  ];
  const [months, ...more] = shareScans(plans, history);
  if (!months) throw new Error('nothing is shared');
  expect([months.by, months.byMonth, more]).toEqual([['district', 'topic1'], false, []]);
  expect(compileShared(months).text).toMatchInlineSnapshot(`
    "SELECT 0 AS part, (source.generation IN {now_generations:Array(UInt32)}) + 2 * (source.generation IN {before_generations:Array(UInt32)}) AS sides, source.district AS district, source.topic1 AS topic1, CAST(sumForEach([source.s_appeals]), 'Array(Float64)') AS sums
    FROM rollup_month_area AS source
    WHERE source.generation IN {shared_generations:Array(UInt32)}
      AND ((source.topic1 = {where_0:String}) OR (source.district = {where_1:String}))
    GROUP BY 1, 2, 3, 4
    UNION ALL
    SELECT 1 AS part, 0 AS sides, source.district AS district, source.topic1 AS topic1, CAST(sumForEach([source.s_appeals]), 'Array(Float64)') AS sums
    FROM rollup_day_area AS source
    WHERE source.generation = {beside_1_generations:UInt32}
      AND source.day >= {beside_1_from:Date}
      AND source.day < {beside_1_to:Date}
      AND ((source.topic1 = {where_0:String}) OR (source.district = {where_1:String}))
    GROUP BY 1, 2, 3, 4
    UNION ALL
    SELECT 2 AS part, 0 AS sides, source.district AS district, source.topic1 AS topic1, CAST(sumForEach(arrayMap(each -> each * transform(source.day, {beside_2_weighted:Array(Date)}, {beside_2_weights:Array(Float64)}, toFloat64(0)), [source.s_appeals])), 'Array(Float64)') AS sums
    FROM rollup_day_area AS source
    WHERE source.generation IN {beside_2_generations:Array(UInt32)}
      AND ((source.topic1 = {where_0:String}) OR (source.district = {where_1:String}))
    GROUP BY 1, 2, 3, 4"
  `);
  const rows = [
    { sides: 1, district: 'north', topic1: 'housing', sums: [5] },
    { sides: 2, district: 'north', topic1: 'housing', sums: [4] },
    { sides: 3, district: 'south', topic1: 'housing', sums: [3] },
    { sides: 1, district: 'north', topic1: '', sums: [2] },
  ];
  const counted = plans.map((plan) =>
    countedOfShared(rows, months, plan).map(({ dimensions, sides }) => [
      ...Object.values(dimensions),
      sides.now?.sums[0],
      sides.before?.sums[0],
    ]),
  );
  expect(counted).toEqual([
    [
      ['north', 5, 4],
      ['south', 3, 3],
    ],
    [
      ['', 2, undefined],
      ['housing', 5, 4],
    ],
  ]);
});

test('other appeals, days, callers, orders and two dimensions are read apart', () => {
  const apart = [
    `${districts}&where=topic1:housing`,
    'metrics=appeals&by=day&from=2024-01-01&to=2024-03-01',
    'metrics=appeals&from=2024-01-05&to=2024-03-01',
    'metrics=callers&from=2024-01-01&to=2024-03-01',
    'metrics=appeals&by=district&from=2024-01-01&to=2024-03-01&order=-appeals',
    'metrics=appeals&by=district,topic1&from=2024-01-01&to=2024-03-01',
    'metrics=appeals&by=subdistrict&from=2024-01-01&to=2024-03-01',
  ];
  for (const address of apart) expect(shared(figures, address), address).toEqual([]);
  expect(shared(figures)).toEqual([]);
});

test('a scan that counts times to close reads no table without them', () => {
  const north = '&where=district:north&from=2024-01-01&to=2024-03-01&compare=year';
  const [counts, times] = [`metrics=appeals${north}`, `metrics=median_hours_to_close&by=month${north}`];
  const closings = (...addresses: string[]) =>
    shared(...addresses).flatMap(({ besides }) => besides.map(({ table }) => table.closing));
  expect(closings(counts, counts)).toContain(null);
  expect(closings(times, times)).toContain('single');
  expect(shared(counts, times)).toEqual([]);
});
