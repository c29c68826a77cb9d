import { anyone } from '@hotline-atlas/access';
import { everything, type NamedPlace, type Places, type Scope } from '@hotline-atlas/model';
import { scopedTo } from '@hotline-atlas/query/testing';
import { latLngToCell } from 'h3-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { openRiverton, type Riverton } from '../riverton.ts';

let riverton: Riverton;
let server: AtlasServer;

const scopes: Record<string, Scope> = {
  north: scopedTo(['north']),
  researcher: { ...everything, texts: false },
  coarse: { ...everything, place: 8 },
};

const header = 'id,received,topic,district,subdistrict,latitude,longitude,address';
const rows = [
  // Two of three say the road, though the bridge is newer.
  'a1,2023-01-10 10:00:00,housing,north,north-east,39.75,116.75,北区东北街道河岸路5号',
  'a2,2023-01-11 10:00:00,housing,north,north-east,39.75,116.75,北区东北街道河岸路5号',
  'a3,2023-03-01 10:00:00,housing,north,north-east,39.75,116.75,北区桥街',
  'b1,2023-02-01 10:00:00,housing,north,north-east,39.85,116.75,',
  // More than twelve months before the newest appeal.
  'c1,2021-06-01 10:00:00,housing,south,south-west,39.25,116.25,南区旧街',
];
const [road, quiet, old, empty] = [
  [39.75, 116.75],
  [39.85, 116.75],
  [39.25, 116.25],
  [39.25, 116.75],
].map(([latitude = 0, longitude = 0]) => latLngToCell(latitude, longitude, 8)) as [
  string,
  string,
  string,
  string,
];

beforeAll(async () => {
  riverton = await openRiverton('places');
  await riverton.load([riverton.file('rows.csv', `${header}\n${rows.join('\n')}\n`)]);
  server = await serveRiverton(riverton, {
    personOf: (request) => ({ ...anyone, scope: scopes[request.get('x-who') ?? ''] ?? everything }),
  });
});
afterAll(async () => {
  await server.close();
  await riverton.close();
});

async function named(cells: string[], who = ''): Promise<(cell: string) => NamedPlace | undefined> {
  const response = await server.fetch(`/api/places?cells=${cells.join(',')}`, { 'x-who': who });
  expect(response.status).toBe(200);
  const { places } = (await response.json()) as Places;
  return (cell) => places.find((place) => place.cell === cell);
}

test('a hexagon is called by the address most of its appeals say', async () => {
  const of = await named([road]);
  expect(of(road)).toMatchObject({
    name: { en: 'near 河岸路5号, Northeast', zh: '东北街道河岸路5号附近' },
    named_by: 'address',
    address: '北区东北街道河岸路5号',
    subdistrict: 'north-east',
    appeals: 3,
  });
});

test('else by its subdistrict, and the way from the middle of the appeals of that', async () => {
  const of = await named([quiet, old, empty]);
  // The middle of three appeals at 39.75 and one at 39.85 lies 8.3 km south of the one, as far as hexagons
  // tell.
  expect(of(quiet)?.name.en).toMatch(/^Northeast, (7|8|9)\.\d km north of its middle$/);
  expect(of(quiet)).toMatchObject({ named_by: 'subdistrict', address: null });
  expect(of(old)).toMatchObject({ named_by: 'subdistrict', subdistrict: 'south-west', address: null });
  // Nobody called from there: the outline of the district says it, whose appeals lie 43 km to the west.
  expect(of(empty)).toMatchObject({ named_by: 'district', district: 'south', subdistrict: null, appeals: 0 });
  expect(of(empty)?.name.en).toMatch(/^South, 4[234]\.\d km east of its middle$/);
});

test('who may not read texts or see points gets no address, and others’ districts tell nothing', async () => {
  for (const who of ['researcher', 'coarse']) {
    const of = await named([road], who);
    expect(of(road)).toMatchObject({ named_by: 'subdistrict', address: null, subdistrict: 'north-east' });
    expect(JSON.stringify(of(road))).not.toContain('河岸路');
  }
  const north = await named([road, old], 'north');
  expect(north(road)).toMatchObject({ named_by: 'address' });
  expect(north(old)).toMatchObject({ named_by: 'district', subdistrict: null, appeals: 0 });
});

test('finer hexagons than may be seen are refused, and so is what is no hexagon', async () => {
  const fine = latLngToCell(39.75, 116.75, 9);
  expect((await server.fetch(`/api/places?cells=${fine}`, { 'x-who': 'coarse' })).status).toBe(403);
  for (const cells of ['', 'x', '8831aa41abffff', latLngToCell(39.75, 116.75, 6)])
    expect((await server.fetch(`/api/places?cells=${cells}`)).status).toBe(400);
});

test('the description of an export names the hexagons it filters by', async () => {
  const about = await (await server.fetch(`/api/export/about?format=csv&where=cell:${road}`)).text();
  expect(about).toContain(`Cell is near 河岸路5号, Northeast (${road})`);
});
