import { fileURLToPath } from 'node:url';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { type City, listCities, readCity, sourceOf } from './index.ts';

const cities = fileURLToPath(new URL('../../../cities', import.meta.url));
const packs = listCities(cities).map((code) => readCity(cities, code));
const beijing = readCity(cities, 'beijing');

const areasOf = (city: City, level: 'district' | 'subdistrict') =>
  city.areas.filter((areas) => areas.level === level).flatMap(({ features }) => features.features);

function boundsOf({ coordinates }: Polygon | MultiPolygon) {
  const points = coordinates.flat(Number.POSITIVE_INFINITY) as number[];
  const xs = points.filter((_, index) => index % 2 === 0);
  const ys = points.filter((_, index) => index % 2 === 1);
  return { west: Math.min(...xs), south: Math.min(...ys), east: Math.max(...xs), north: Math.max(...ys) };
}

test('the four packs are there', () => {
  expect(listCities(cities)).toEqual(['beijing', 'los-angeles', 'new-york', 'stuttgart']);
});

describe.each(packs.map((city) => [city.code, city] as const))('%s', (_, city) => {
  test('has topic codes and unit codes that occur once', () => {
    for (const codes of [city.topics.map(({ code }) => code), city.units.map(({ code }) => code)])
      expect(new Set(codes).size).toBe(codes.length);
  });

  test('knows how many people live in each district', () => {
    for (const { properties } of areasOf(city, 'district'))
      expect(properties.residents, properties.en).toBeGreaterThan(100_000);
  });

  test('has its areas inside its bounds', () => {
    const [west, south, east, north] = city.bounds;
    for (const { geometry } of city.areas.flatMap(({ features }) => features.features)) {
      const bounds = boundsOf(geometry);
      expect(bounds.west).toBeGreaterThanOrEqual(west);
      expect(bounds.south).toBeGreaterThanOrEqual(south);
      expect(bounds.east).toBeLessThanOrEqual(east);
      expect(bounds.north).toBeLessThanOrEqual(north);
    }
  });

  test('closes every ring of its outlines', () => {
    for (const { geometry } of city.areas.flatMap(({ features }) => features.features)) {
      const rings: Position[][] =
        geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
      for (const ring of rings) expect(ring.at(-1)).toEqual(ring[0]);
    }
  });
});

test('every subdistrict of Beijing lies in its district', () => {
  const districts = new Map(
    areasOf(beijing, 'district').map(({ properties, geometry }) => [properties.code, boundsOf(geometry)]),
  );
  const rounding = 2e-5;
  for (const { properties, geometry } of areasOf(beijing, 'subdistrict')) {
    const outer = districts.get(properties.parent ?? '');
    const inner = boundsOf(geometry);
    expect(outer, properties.code).toBeDefined();
    if (!outer) continue;
    expect(inner.west, properties.code).toBeGreaterThanOrEqual(outer.west - rounding);
    expect(inner.south, properties.code).toBeGreaterThanOrEqual(outer.south - rounding);
    expect(inner.east, properties.code).toBeLessThanOrEqual(outer.east + rounding);
    expect(inner.north, properties.code).toBeLessThanOrEqual(outer.north + rounding);
  }
});

test('Beijing has 16 districts with the residents of the census, and 349 townships', () => {
  const residents = areasOf(beijing, 'district').map(({ properties }) => properties.residents ?? 0);
  expect(residents).toHaveLength(16);
  expect(residents.reduce((sum, each) => sum + each, 0)).toBe(21_893_095);
  expect(areasOf(beijing, 'subdistrict')).toHaveLength(349);
});

test('every topic of Beijing of the first level has a dispatch rule', () => {
  const ruled = new Set(beijing.dispatch.map(({ topic }) => topic));
  expect(beijing.topics.filter(({ level, code }) => level === 1 && !ruled.has(code))).toEqual([]);
});

test('an order of Beijing finds codes by the names in the pack', () => {
  const { fields } = sourceOf(beijing, 'orders');
  expect(fields.district?.values).toMatchObject({ 朝阳区: '110105', 经开区: '110115' });
  expect(fields.subdistrict?.values).toMatchObject({ 东华门街道: '110101001' });
  expect(fields.topic1?.values).toMatchObject({ 供暖: 'utilities.heating', 停水: 'utilities.water.outage' });
  expect(fields.unit?.values).toMatchObject({ 供热企业: 'heating', 朝阳区教育部门: '110105-education' });
});

test('a name that two areas share is not turned into either', () => {
  expect(sourceOf(beijing, 'orders').fields.subdistrict?.values).not.toHaveProperty('八里庄街道');
});

test('every category of Stuttgart has a code', () => {
  const { values } = sourceOf(readCity(cities, 'stuttgart'), undefined).fields.topic1 ?? {};
  expect(values).toMatchObject({ 'Wilder Müll': 'illegal-dumping', Sonstiges: 'other' });
});
