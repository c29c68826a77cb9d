import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRiverton, published, type Riverton } from '../riverton.ts';
import { unsoundness } from '../soundness.ts';

let riverton: Riverton;
let files = 0;
const file = (lines: string[], ending = 'csv') =>
  riverton.file(`corrections-${++files}.${ending}`, `${lines.join('\n')}\n`);

const full =
  'id,received,due,closed,updated,topic,district,subdistrict,latitude,longitude,caller,channel,status,handling,text';
const first = (id: string) =>
  `${id},2023-05-01 10:00:00,2023-05-03 10:00:00,2023-05-01 22:00:00,2023-05-02 00:00:00,housing.heating.cold,north,north-east,39.75,116.75,138,phone,closed,dispatched,loud`;

beforeAll(async () => {
  riverton = await openRiverton('corrections');
  await riverton.load([file([full, ...['a1', 'a2', 'l1', 'l2', 'j1', '编'].map(first)])]);
});
afterAll(() => riverton.close());

const appeal = async (id: string, columns: string) => {
  const { rows } = await riverton.database.rows({
    sql: `SELECT ${columns} FROM appeal WHERE ${published} AND id = {id:String}`,
    parameters: { id },
  });
  return rows;
};

const day = '2023-05-01 10:00:00';

test('a file with fewer columns keeps what it does not speak of, and is told truthfully', async () => {
  const report = await riverton.load([
    file([
      'id,received,updated,status',
      `a1,${day},2023-05-04 00:00:00,in_progress`,
      `a2,${day},2023-05-04 00:00:00,closed`,
    ]),
    file([
      'id,received,updated,district',
      `l1,${day},2023-05-09 00:00:00,south`,
      `l2,${day},2023-05-09 00:00:00,north`,
    ]),
    file(
      ['{"id":"j1","received":"2023-05-01T10:00:00","updated":"2023-05-09T00:00:00","status":"in_progress"}'],
      'ndjson',
    ),
  ]);
  expect(report).toMatchObject({ kept: 5, added: 0, corrected: 3, repeated: 2 });
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
  expect(await appeal('a1', columns)).toEqual([
    { ...kept, status: 'in_progress', updated: '2023-05-04 00:00:00' },
  ]);
  expect(await appeal('a2', columns)).toMatchObject([{ ...kept, status: 'closed' }]);
  expect(await appeal('j1', columns)).toMatchObject([{ ...kept, status: 'in_progress' }]);
  expect(await unsoundness(riverton.database)).toEqual([]);
});

test('a lower level is kept only where the level above it is what it was said with', async () => {
  expect(await appeal('l1', 'district, subdistrict, latitude')).toEqual([
    { district: 'south', subdistrict: '', latitude: 39.75 },
  ]);
  expect(await appeal('l2', 'district, subdistrict')).toEqual([
    { district: 'north', subdistrict: 'north-east' },
  ]);
});

test('an empty cell in a column of the file is a correction to unknown; an older version that comes late fills gaps', async () => {
  const report = await riverton.load([
    file([
      'id,received,updated,closed,topic,latitude,longitude',
      'a1,2023-06-02 10:00:00,2023-05-05 00:00:00,,,,',
    ]),
    file(['id,received,updated,status', `c1,${day},2023-05-09 00:00:00,in_progress`]),
    file(['id,received,updated,channel,status', `c1,${day},2023-05-08 00:00:00,web,closed`]),
    file([full, first('c1')]),
  ]);
  expect(report).toMatchObject({ added: 1, corrected: 3, repeated: 0 });
  expect(
    await appeal(
      'a1',
      'status, topic1, topic2, toString(day) AS day, close_bin, n_due AS due, cell, location_quality, district, text, flaws',
    ),
  ).toEqual([
    {
      status: 'in_progress',
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
  expect(await appeal('c1', 'status, channel, topic1, text')).toEqual([
    { status: 'in_progress', channel: 'web', topic1: 'housing', text: 'loud' },
  ]);
  expect(await unsoundness(riverton.database)).toEqual([]);
});

test('a source speaks of what it says of every row; without a column for it a file is as new as its loading', async () => {
  // GB18030: 编号,创建时间,区 and 编,2023-05-01 10:00:00,南区
  const letters = Buffer.from(
    'b1e0bac52cb4b4bda8cab1bce42cc7f80ab1e02c323032332d30352d30312031303a30303a30302cc4cfc7f80a',
    'hex',
  );
  await riverton.load([riverton.file('letters.csv', letters)], 'letters');
  expect(await appeal('编', 'channel, district, text')).toEqual([
    { channel: 'letter', district: 'south', text: 'loud' },
  ]);
  await riverton.load([file(['id,received,status', `a2,${day},in_progress`])]);
  expect(await appeal('a2', 'status, text')).toEqual([{ status: 'in_progress', text: 'loud' }]);
  expect(await unsoundness(riverton.database)).toEqual([]);
});
