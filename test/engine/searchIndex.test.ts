import { DatabaseError, type Statement } from '@hotline-atlas/clickhouse';
import { buildSearchIndex } from '@hotline-atlas/ingest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRiverton, published, type Riverton } from '../riverton.ts';

const texts = [
  '市民来电反映：供暖后家中暖气一直不热',
  '暖气片漏水，物业公司不管',
  'The Heating in our street is cold',
  '小区停车收费不公示',
  'ÄRGER mit dem Müll',
];
const file = (prefix: string, month: string) =>
  `id,received,topic,district,text\n${texts.map((text, at) => `${prefix}-${at},2023-${month}-05 10:00:00,housing,north,${text}`).join('\n')}\n`;

let riverton: Riverton;
beforeAll(async () => {
  riverton = await openRiverton('search_index');
  await riverton.load([
    riverton.file('may.csv', file('m', '05')),
    riverton.file('june.csv', file('j', '06')),
  ]);
});
afterAll(() => riverton.close());

const found = (words: string) =>
  riverton.value(
    `SELECT arrayStringConcat(arraySort(groupArray(id)), ' ') FROM appeal WHERE ${published} AND hasAllTokens(searchable, '${words}')`,
  );
const indexed = () =>
  riverton.value(
    "SELECT groupArray(secondary_indices_compressed_bytes > 0) FROM system.parts WHERE database = currentDatabase() AND table = 'appeal' AND active",
  );

const answers = {
  暖气: 'j-0 j-1 m-0 m-1',
  暖气一直不热: 'j-0 m-0',
  heating: 'j-2 m-2',
  'the heating': 'j-2 m-2',
  ärger: 'j-4 m-4',
  停车收费: 'j-3 m-3',
  自行车: '',
};
const everyAnswer = async () =>
  Object.fromEntries(
    await Promise.all(Object.keys(answers).map(async (words) => [words, await found(words)])),
  );

test('texts are found before there is an index, and the same ones after', async () => {
  expect(await indexed()).toEqual([0, 0]);
  expect(await everyAnswer()).toEqual(answers);
  const seen: number[] = [];
  const report = await buildSearchIndex(riverton.database, { onIndexed: (appeals) => seen.push(appeals) });
  expect(report).toMatchObject({ appeals: 10 });
  expect(report.bytes).toBeGreaterThan(0);
  expect(seen).toEqual([10]);
  expect(await indexed()).toEqual([1, 1]);
  expect(await everyAnswer()).toEqual(answers);
});

test('what is indexed is not indexed again; a corrected month gets its index too', async () => {
  expect(await buildSearchIndex(riverton.database)).toMatchObject({ appeals: 0 });
  const corrected = 'id,received,topic,district,text\nm-0,2023-05-05 10:00:00,housing,south,自行车丢失\n';
  expect((await riverton.load([riverton.file('corrected.csv', corrected)])).corrected).toBe(1);
  const after = { ...answers, 暖气: 'j-0 j-1 m-1', 暖气一直不热: 'j-0', 自行车: 'm-0' };
  expect(await everyAnswer()).toEqual(after);
  expect(await buildSearchIndex(riverton.database)).toMatchObject({ appeals: 5 });
  expect(await everyAnswer()).toEqual(after);
});

test('a load that replaces a month under the hands of the index does not end it', async () => {
  const more = (name: string, district: string) =>
    riverton.file(
      name,
      `id,received,topic,district,text\nm-1,2023-05-05 10:00:00,housing,${district},暖气片漏水\n`,
    );
  await riverton.load([more('once.csv', 'south')]);
  let interrupted = false;
  const command = async (statement: Statement): Promise<void> => {
    if (statement.label !== 'index texts' || interrupted) return riverton.database.command(statement);
    interrupted = true;
    await riverton.load([more('twice.csv', 'north')]);
    throw new DatabaseError('Cancelled mutating parts.', {
      kind: 'invalid',
      code: 0,
      queryId: '',
      sql: statement.sql,
    });
  };
  await buildSearchIndex({ ...riverton.database, command });
  expect(interrupted).toBe(true);
  expect(await buildSearchIndex(riverton.database)).toMatchObject({ appeals: 0 });
});
