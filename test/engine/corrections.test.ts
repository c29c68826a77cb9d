import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRiverton, published, type Riverton } from '../riverton.ts';
import { unsoundness } from '../soundness.ts';

let riverton: Riverton;
let files = 0;
beforeAll(async () => {
  riverton = await openRiverton('corrections');
});
afterAll(() => riverton.close());

const load = (...lines: string[]) =>
  riverton.load([riverton.file(`corrections-${++files}.csv`, `${lines.join('\n')}\n`)]);

const appeal = async (id: string, columns: string) => {
  const { rows } = await riverton.database.rows({
    sql: `SELECT ${columns} FROM appeal WHERE ${published} AND id = {id:String}`,
    parameters: { id },
  });
  return rows;
};

const full =
  'id,received,due,closed,updated,topic,district,subdistrict,latitude,longitude,caller,channel,status,handling,text';
const first = (id: string, updated = '2023-05-02 00:00:00') =>
  `${id},2023-05-01 10:00:00,2023-05-03 10:00:00,2023-05-01 22:00:00,${updated},housing.heating.cold,north,north-east,39.75,116.75,138,phone,closed,dispatched,loud`;

test('a file with fewer columns keeps what it does not speak of, and is told truthfully', async () => {
  await load(full, first('a1'), first('a2'), first('a3'));
  const report = await load(
    'id,received,updated,status',
    'a1,2023-05-01 10:00:00,2023-05-04 00:00:00,open',
    'a2,2023-05-01 10:00:00,2023-05-04 00:00:00,closed',
  );
  expect(report).toMatchObject({ kept: 2, added: 0, corrected: 1, repeated: 1 });
  const columns =
    "status, topic2, district, latitude, location_quality, text, channel, cell > 0 AS located, caller > 0 AS known, close_bin > 0 AS closes, n_on_time AS on_time, toString(updated, 'Asia/Shanghai') AS updated";
  const kept = {
    topic2: 'housing.heating',
    district: 'north',
    latitude: 39.75,
    location_quality: 'point',
    text: 'loud',
    channel: 'phone',
    located: 1,
    known: 1,
    closes: 1,
    on_time: 1,
  };
  expect(await appeal('a1', columns)).toEqual([{ ...kept, status: 'open', updated: '2023-05-04 00:00:00' }]);
  expect(await appeal('a2', columns)).toMatchObject([{ ...kept, status: 'closed' }]);
  expect(await unsoundness(riverton.database)).toEqual([]);
});

test('an empty cell in a column of the file is a correction to unknown; what is worked out follows the merged row', async () => {
  const report = await load(
    'id,received,updated,closed,topic,latitude,longitude',
    'a1,2023-06-02 10:00:00,2023-05-05 00:00:00,,,,',
  );
  expect(report).toMatchObject({ corrected: 1 });
  expect(
    await appeal(
      'a1',
      'status, topic1, topic2, toString(day) AS day, close_bin, n_due AS due, cell, location_quality, district, text, flaws',
    ),
  ).toEqual([
    {
      status: 'open',
      topic1: '',
      topic2: '',
      day: '2023-06-02',
      close_bin: 0,
      due: 1,
      cell: 0,
      location_quality: 'area',
      district: 'north',
      text: 'loud',
      flaws: [],
    },
  ]);
  expect(await unsoundness(riverton.database)).toEqual([]);
});

test('a chain of versions in any order comes to the same; an older one that comes late fills what no newer one speaks of', async () => {
  const newest = ['id,received,updated,status', 'c1,2023-05-01 10:00:00,2023-05-09 00:00:00,open'];
  const middle = [
    'id,received,updated,channel,status',
    'c1,2023-05-01 10:00:00,2023-05-08 00:00:00,web,closed',
  ];
  const oldest = [full, first('c1')];
  expect(await load(...newest)).toMatchObject({ added: 1 });
  expect(await load(...middle)).toMatchObject({ corrected: 1 });
  expect(await load(...oldest)).toMatchObject({ corrected: 1 });
  const columns = 'status, channel, topic1, text';
  const together = [{ status: 'open', channel: 'web', topic1: 'housing', text: 'loud' }];
  expect(await appeal('c1', columns)).toEqual(together);
  const again = (lines: string[]) => lines.map((line) => line.replace(/^c1/, 'c2'));
  await load(...again(oldest));
  await load(...again(newest));
  await load(...again(middle));
  expect(await appeal('c2', columns)).toEqual(together);
  expect(await unsoundness(riverton.database)).toEqual([]);
});

test('a lower level is kept only where the level above it is what it was said with', async () => {
  await load(full, first('l1'), first('l2'));
  await load(
    'id,received,updated,district',
    'l1,2023-05-01 10:00:00,2023-05-09 00:00:00,south',
    'l2,2023-05-01 10:00:00,2023-05-09 00:00:00,north',
  );
  expect(await appeal('l1', 'district, subdistrict, latitude')).toEqual([
    { district: 'south', subdistrict: '', latitude: 39.75 },
  ]);
  expect(await appeal('l2', 'district, subdistrict')).toEqual([
    { district: 'north', subdistrict: 'north-east' },
  ]);
});

test('JSON lines speak of what they have a value for; a source speaks of what it says of every row', async () => {
  await load(full, first('j1'), first('编'));
  const path = riverton.file(
    'partial.ndjson',
    '{"id":"j1","received":"2023-05-01T10:00:00","updated":"2023-05-09T00:00:00","status":"open"}\n',
  );
  await riverton.load([path]);
  expect(await appeal('j1', 'status, text, topic1')).toEqual([
    { status: 'open', text: 'loud', topic1: 'housing' },
  ]);
  await riverton.load(
    [
      riverton.file(
        'letters.csv',
        Buffer.concat([
          Buffer.from('b1e0bac52cb4b4bda8cab1bce42cc7f80a', 'hex'),
          Buffer.from('b1e02c323032332d30352d30312031303a30303a30302cc4cfc7f80a', 'hex'),
        ]),
      ),
    ],
    'letters',
  );
  expect(await appeal('编', 'channel, district, text')).toEqual([
    { channel: 'letter', district: 'south', text: 'loud' },
  ]);
  expect(await unsoundness(riverton.database)).toEqual([]);
});
