import { anyone } from '@hotline-atlas/access';
import { type Evaluation, everything, type Scope } from '@hotline-atlas/model';
import { scopedTo } from '@hotline-atlas/query/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { storyFile } from '../evaluated-riverton.ts';
import { openRiverton, type Riverton } from '../riverton.ts';
import { unzip } from '../unzip.ts';

let riverton: Riverton;
let server: AtlasServer;
let other: AtlasServer;

const official: Scope = scopedTo(['north'], { published: ['district', 'subdistrict', 'month'] });
const who = { 'x-who': 'official' };

const serve = () =>
  serveRiverton(riverton, {
    personOf: (request) => ({
      ...anyone,
      may: new Set(request.get('x-who') === 'desk' ? [] : ['export']),
      scope: request.get('x-who') === 'official' ? official : everything,
    }),
  });

beforeAll(async () => {
  riverton = await openRiverton('documents');
  await riverton.load([riverton.file('story.csv', storyFile())]);
  [server, other] = await Promise.all([serve(), serve()]);
});
afterAll(async () => {
  await Promise.all([server, other].map((each) => each.close()));
  await riverton.close();
});

async function bytesOf(path: string, headers: Record<string, string> = {}, from = server): Promise<Buffer> {
  const response = await from.fetch(`/api/evaluation/${path}`, headers);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return Buffer.from(await response.arrayBuffer());
}

/** Rows of a sheet as texts and numbers, read from the XML. */
function rowsOf(workbook: Buffer, sheet: number): (string | number | null)[][] {
  const files = unzip(workbook);
  const shared = [
    ...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si><t[^>]*?(?:\/>|>([^<]*)<\/t>)<\/si>/g),
  ];
  const xml = files.get(`xl/worksheets/sheet${sheet}.xml`) ?? '';
  return [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, cells = '']) =>
    [...cells.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes = '', inner = '']) => {
      const [, value] = /<v>([^<]*)<\/v>/.exec(inner) ?? [];
      if (value === undefined) return null;
      return attributes.includes('t="s"') ? (shared[Number(value)]?.[1] ?? '') : Number(value);
    }),
  );
}

const table = (rows: (string | number | null)[][]) => {
  const [head = [], ...rest] = rows;
  return rest.map((row) => Object.fromEntries(row.map((value, at) => [String(head[at]), value])));
};

test('the workbook holds what the evaluation tells: ranks, numerators, denominators, exclusions', async () => {
  const asked = 'month=2024-02&group=subdistrict';
  const { units, indicators, reasons } = await server.json<Evaluation>(`/api/evaluation?${asked}`);
  const workbook = await bytesOf(`sheet?${asked}&format=xlsx`);
  const ranking = table(rowsOf(workbook, 1));
  expect(ranking.map((row) => row.Code)).toEqual(units.unit);
  expect(ranking.map((row) => row.Score ?? null)).toEqual(units.score);
  expect(ranking.map((row) => row['Resolution: Yes'])).toEqual(indicators[1]?.numerator);
  expect(ranking.map((row) => row['Resolution: Asked'])).toEqual(indicators[1]?.denominator);
  expect(table(rowsOf(workbook, 2)).map((row) => row.Excluded)).toEqual(units.excluded);
  // Eight orders of the north-east were withdrawn.
  expect(reasons[0]).toMatchObject({ reason: 'withdrawn', orders: 8 });
  expect(table(rowsOf(workbook, 3)).map((row) => [row.Reason, row.Code, row.Orders])).toEqual([
    ['Withdrawn', '', 8],
    ['Withdrawn', 'north-east', 8],
  ]);
});

test('the same bytes from another server, in both languages, of every document', async () => {
  const hashes = new Set<string>();
  for (const language of ['en', 'zh'])
    for (const path of [
      'sheet?month=2024-03&group=district&format=pdf',
      'sheet?month=2024-03&group=district&format=xlsx',
      'bulletin?month=2024-03',
      'letter?month=2024-03&group=subdistrict&unit=north-east',
    ]) {
      const [one, two] = [
        await bytesOf(`${path}&language=${language}`),
        await bytesOf(`${path}&language=${language}`, {}, other),
      ];
      expect(one.equals(two), path).toBe(true);
      hashes.add(one.toString('base64'));
    }
  expect(hashes.size).toBe(8);
});

test('nobody sees more on paper than on the screen', async () => {
  const rows = rowsOf(await bytesOf('sheet?month=2024-03&group=subdistrict&format=xlsx', who), 3).slice(1);
  const southern = rows.filter(([, , , code]) => String(code).startsWith('south'));
  expect(southern.length).toBeGreaterThan(0);
  expect(southern.every((row) => row.at(-1) === 'not open to you')).toBe(true);
  const theirs = 'letter?month=2024-03&group=subdistrict&unit=south-east';
  expect((await server.fetch(`/api/evaluation/${theirs}`, who)).status).toBe(403);
  expect((await server.fetch(`/api/evaluation/${theirs.replace('south', 'north')}`, who)).status).toBe(200);
  for (const path of ['sheet', 'bulletin?month=2024-03', theirs])
    expect((await server.fetch(`/api/evaluation/${path}`, { 'x-who': 'desk' })).status).toBe(403);
});

test('what is not understood is refused with what is', async () => {
  const problemOf = async (path: string) => {
    const response = await server.fetch(`/api/evaluation/${path}`);
    const { parameter } = (await response.json()) as { parameter?: string };
    return [response.status, parameter];
  };
  expect(await problemOf('sheet?month=2024-03&format=docx')).toEqual([400, 'format']);
  expect(await problemOf('sheet?month=2024-03&language=fr')).toEqual([400, 'language']);
  expect(await problemOf('sheet?month=2024-3')).toEqual([400, 'month']);
  expect(await problemOf('bulletin?group=district')).toEqual([400, 'parameter']);
  expect(await problemOf('letter?month=2024-03')).toEqual([400, 'unit']);
  expect(await problemOf('letter?month=2024-03&group=district&unit=nowhere')).toEqual([400, 'unit']);
});
