import { buildSearchIndex } from '@hotline-atlas/ingest';
import type { Page } from '@hotline-atlas/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { openRiverton, published, type Riverton } from '../riverton.ts';

const appeals = 4_000;

/**
 * Appeals whose texts are made of a few words, letters of two cases, and characters that mean something in
 * patterns.
 */
const textsSql = `
WITH (x, values) -> values[cityHash64(number, x) % length(values) + 1] AS one
SELECT concat('s', toString(number)) AS id,
       toString(toDateTime('2023-01-01 00:00:00', 'UTC') + cityHash64(number, 1) % (300 * 86400)) AS received,
       one('topic', ['housing.heating.cold', 'transport.parking']) AS topic,
       one('district', ['north', 'south']) AS district,
       concat(one('a', ['供暖', '暖气片', '气供暖', '停车 收费', 'Heating', 'HEATING off', 'Müll', '']),
              one('b', ['', ' ', ',', '一直']), one('c', ['不热', '不 热', '漏水', 'is cold', 'in the street', '50%', 'a_b', '"x"', '\\\\n'])) AS text
FROM numbers(${appeals}) FORMAT CSVWithNames`;

let riverton: Riverton;
let server: AtlasServer;

beforeAll(async () => {
  riverton = await openRiverton('search');
  const { body } = await riverton.database.bytes({ sql: textsSql });
  await riverton.load([riverton.file('texts.csv', body)]);
  server = await serveRiverton(riverton);
});
afterAll(async () => {
  await server.close();
  await riverton.close();
});

/** What is sought, and what the same is in plain SQL: the words that all must stand in the text. */
const searches: Record<string, string[]> = {
  供暖: ['供暖'],
  暖气: ['暖气'],
  气供暖: ['气供暖'],
  '供暖 不热': ['供暖', '不热'],
  '「停车 收费」': ['停车 收费'],
  '收费 停车': ['停车', '收费'],
  热: ['热'],
  heating: ['heating'],
  '"heating off" street': ['heating off', 'street'],
  '"in the street"': ['in the street'],
  MÜLL: ['müll'],
  '50%': ['50%'],
  a_b: ['a_b'],
  '%': ['%'],
  '\\n': ['\\n'],
  axb: ['axb'],
  自行车: ['自行车'],
};

async function counted(words: readonly string[], more = 'true'): Promise<number> {
  const { rows } = await riverton.database.rows<{ found: number }>({
    sql: `SELECT count() AS found FROM appeal
WHERE ${published} AND arrayAll(word -> positionUTF8(lowerUTF8(text), word) > 0, {words:Array(String)}) AND ${more}`,
    parameters: { words },
  });
  return rows[0]?.found ?? -1;
}

const asked = async (q: string, more = '') =>
  (await server.query(`metrics=appeals&q=${encodeURIComponent(q)}${more}`)).rows;

async function everySearchIsRight(): Promise<void> {
  for (const [q, words] of Object.entries(searches)) {
    const expected = await counted(words);
    expect(await asked(q), q).toEqual([{ appeals: expected }]);
    const page = await server.json<{ meta: { total: number }; rows: { text: string }[] }>(
      `/api/appeals?limit=5&q=${encodeURIComponent(q)}`,
    );
    expect([page.meta.total, page.rows.length], q).toEqual([expected, Math.min(expected, 5)]);
    for (const { text } of page.rows) for (const word of words) expect(text.toLowerCase()).toContain(word);
  }
}

/** Ids and totals of all pages, and from when on texts were searched for each. */
async function everyPage(of: AtlasServer, q: string) {
  const ids: string[] = [];
  const totals: number[] = [];
  const from: (string | null)[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const more: string = cursor && `&cursor=${cursor}`;
    const { meta, rows }: Page = await of.json(`/api/appeals?limit=60&q=${encodeURIComponent(q)}${more}`);
    ids.push(...rows.map(({ id }) => String(id)));
    totals.push(meta.total);
    from.push(meta.searched_from);
    cursor = meta.next_cursor;
  }
  return { ids, totals, from };
}

test('without an index, whoever has no patience gets the newest first, and all of it page by page', async () => {
  const hasty = await serveRiverton(riverton, { patience: { texts: 0, milliseconds: -1 } });
  try {
    for (const q of ['供暖', '"x" 漏水', '自行车']) {
      const whole = await everyPage(server, q);
      const parts = await everyPage(hasty, q);
      expect(parts.ids, q).toEqual(whole.ids);
      expect(parts.totals.at(-1), q).toBe(await counted(q === '"x" 漏水' ? ['x', '漏水'] : [q]));
      expect(parts.totals, q).toEqual([...parts.totals].sort((one, other) => one - other));
      expect(parts.from[0], q).not.toBeNull();
      expect(parts.from.slice(parts.from.indexOf(null)).filter(Boolean), q).toEqual([]);
      expect(new Set(whole.from), q).toEqual(new Set([null]));
    }
  } finally {
    await hasty.close();
  }
}, 240_000);

test('searches find what plain SQL finds, before there is an index and after', async () => {
  expect(await counted(['供暖'])).toBeGreaterThan(100);
  expect(await counted(['自行车'])).toBe(0);
  await everySearchIsRight();
  expect(await buildSearchIndex(riverton.database)).toMatchObject({ appeals });
  server = await server.close().then(() => serveRiverton(riverton));
  await everySearchIsRight();
}, 120_000);

test('a search is filtered, grouped and exported like everything else', async () => {
  const north = await counted(['供暖'], `district = 'north' AND day >= '2023-03-01'`);
  const filters = '&where=district:north&from=2023-03-01';
  expect(await asked('供暖', filters)).toEqual([{ appeals: north }]);
  const months = await asked('供暖', `${filters}&by=month`);
  expect(months.reduce((sum, { appeals: found }) => sum + Number(found), 0)).toBe(north);
  const file = await server.fetch(`/api/export?format=ndjson&q=${encodeURIComponent('供暖')}${filters}`);
  expect((await file.text()).trim().split('\n')).toHaveLength(north);
});

test('an empty search is none; too many words are refused', async () => {
  expect(await asked(' ')).toEqual([{ appeals }]);
  expect(await asked('""')).toEqual([{ appeals }]);
  const many = Array.from({ length: 17 }, (_, index) => `w${index}`).join(' ');
  expect((await server.fetch(`/api/query?metrics=appeals&q=${encodeURIComponent(many)}`)).status).toBe(400);
});
