import { withdraw } from '@hotline-atlas/ingest';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRiverton, published, type Riverton } from '../riverton.ts';
import { unsoundness } from '../soundness.ts';

let riverton: Riverton;
beforeAll(async () => {
  riverton = await openRiverton('merged_versions');
});
afterAll(() => riverton.close());

const columns = [
  'closed',
  'topic',
  'district',
  'subdistrict',
  'latitude',
  'channel',
  'status',
  'text',
] as const;
type Column = (typeof columns)[number];
type Line = Record<Column | 'id' | 'received' | 'updated', string>;

const oneOf = (...words: string[]) => fc.constantFrom(...words);
const anyLine: fc.Arbitrary<Line> = fc.record({
  id: fc.integer({ min: 1, max: 60 }).map((id) => `i${String(id).padStart(2, '0')}`),
  received: oneOf('2023-05-01 10:00:00', '2023-06-01 10:00:00'),
  updated: oneOf('2023-06-02 00:00:00', '2023-06-03 00:00:00', '2023-06-04 00:00:00'),
  closed: oneOf('', '2023-05-20 10:00:00', '2023-06-20 10:00:00'),
  topic: oneOf('', 'housing.heating.cold', 'housing.lifts', 'transport.parking'),
  district: oneOf('', 'north', 'south'),
  subdistrict: oneOf('', 'north-east', 'south-east'),
  latitude: oneOf('', '39.75', '39.25'),
  channel: oneOf('', 'phone', 'web'),
  status: oneOf('received', 'closed'),
  text: oneOf('', 'loud', 'wet'),
});

/** A file: the columns it has, and its lines. */
interface Written {
  has: readonly Column[];
  lines: Line[];
}

const files: Written[] = [
  columns,
  columns,
  ['status'] as const,
  ['district', 'text'] as const,
  ['topic', 'closed', 'latitude'] as const,
  ['subdistrict', 'channel'] as const,
].map((has, seed) => ({ has, lines: fc.sample(anyLine, { numRuns: 50, seed }) }));

const pathOf = ({ has, lines }: Written, at: number): string => {
  const header = ['id', 'received', 'updated', ...has] as const;
  const all = [...header, ...(has.includes('latitude') ? ['longitude'] : [])].join();
  const content = lines.map((line) => {
    const cells = header.map((column) => line[column]);
    return (has.includes('latitude') ? [...cells, line.latitude && '116.75'] : cells).join();
  });
  return riverton.file(`file-${at}.csv`, `${[all, ...content].join('\n')}\n`);
};

/**
 * What files say together, worked out line by line: every field by the newest line that has a column for it.
 */
function together(loaded: readonly (Written | null)[]): unknown[] {
  const versions = loaded.flatMap((file, load) =>
    (file?.lines ?? []).map((line, at) => ({
      line,
      has: new Set<string>(file?.has),
      key: [line.updated, load, at] as const,
    })),
  );
  versions.sort(({ key: a }, { key: b }) =>
    a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1] || a[2] - b[2],
  );
  const ids = [...new Set(versions.map(({ line }) => line.id))].sort();
  return ids.map((id) => {
    const own = versions.filter(({ line }) => line.id === id);
    const newest = (column: Column) => own.findLast(({ has }) => has.has(column))?.line;
    const said = (column: Column) => newest(column)?.[column] ?? '';
    const received = own.at(-1)?.line.received ?? '';
    const district = said('district');
    const beside = own.findLast(({ has }) => has.has('subdistrict'));
    const withDistrict = beside?.has.has('district') ? beside.line.district : '';
    const subdistrict = withDistrict === '' || withDistrict === district ? said('subdistrict') : '';
    const isArea = district !== '' || subdistrict !== '';
    const closed = said('closed');
    return {
      id,
      received,
      closed: closed || '1970-01-01 08:00:00',
      topic: said('topic'),
      district,
      subdistrict,
      latitude: Number(said('latitude')),
      quality: said('latitude') ? 'point' : isArea ? 'area' : 'none',
      located: said('latitude') ? 1 : 0,
      channel: said('channel'),
      status: said('status'),
      text: said('text'),
      flaws: closed && closed < received ? ['closed before received'] : [],
      closes: closed > received ? 1 : 0,
    };
  });
}

async function held(): Promise<unknown[]> {
  const { rows } = await riverton.database.rows({
    sql: `SELECT id, formatDateTime(received, '%F %T', 'Asia/Shanghai') AS received, formatDateTime(closed, '%F %T', 'Asia/Shanghai') AS closed,
       firstNonDefault(topic3, topic2, topic1) AS topic, district, subdistrict, latitude, location_quality AS quality, cell > 0 AS located,
       channel, status, text, flaws, n_closed AS closes
FROM appeal WHERE ${published} ORDER BY id`,
  });
  return rows;
}

test('lines of files with different columns come to what they say together, with any load taken back', async () => {
  const [first, second, ...rest] = files;
  if (!first || !second) throw new Error('no files');
  await riverton.load([pathOf(first, 0), pathOf(second, 1)]);
  expect(await held()).toEqual(together([first, second]));
  await riverton.load(rest.map((file, at) => pathOf(file, at + 2)));
  expect(await held()).toEqual(together(files));
  expect(await unsoundness(riverton.database)).toEqual([]);
  const { rows } = await riverton.database.rows<{ load: number }>({
    sql: "SELECT load FROM load FINAL WHERE file != '' ORDER BY file",
  });
  const without = (...gone: number[]) => together(files.map((file, at) => (gone.includes(at) ? null : file)));
  await withdraw(riverton.database, rows[3]?.load ?? 0);
  expect(await held()).toEqual(without(3));
  await withdraw(riverton.database, rows[0]?.load ?? 0);
  expect(await held()).toEqual(without(3, 0));
  expect(await unsoundness(riverton.database)).toEqual([]);
});
