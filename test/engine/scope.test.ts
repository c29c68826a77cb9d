import { anyone } from '@hotline-atlas/access';
import { everything, type Scope } from '@hotline-atlas/model';
import { scopedTo } from '@hotline-atlas/query/testing';
import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { openRiverton, type Riverton } from '../riverton.ts';

const scopes: Record<string, Scope> = {
  north: scopedTo(['north']),
  nobody: scopedTo([], { texts: false }),
  water: { ...everything, texts: false, callers: 'water' },
  noise: { ...everything, texts: false, callers: 'noise' },
};
const asWhom = (who: string) => ({ 'x-who': who });

/** Rows of the north are the same in both databases; one of them has the south besides. */
let both: Riverton;
let northOnly: Riverton;
let shared: AtlasServer;
let alone: AtlasServer;

const header = 'id,received,closed,topic,district,subdistrict,latitude,longitude,channel,handling,text';
const rowsOf = (district: 'north' | 'south', days: number) =>
  Array.from({ length: days }, (_, day) => {
    const date = new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10);
    const place =
      district === 'north'
        ? 'housing,north,north-east,39.75,116.75'
        : 'transport,south,south-west,39.25,116.25';
    return Array.from(
      { length: district === 'north' ? 1 + (day % 3) : 4 + (day % 5) },
      (_, at) =>
        `${district}-${day}-${at},${date} 10:00:00,${date} 15:00:00,${place},phone,dispatched,word of the ${district}`,
    );
  }).flat();

async function opened(name: string, rows: string[]): Promise<Riverton> {
  const riverton = await openRiverton(name);
  await riverton.load([riverton.file('rows.csv', `${header}\n${rows.join('\n')}\n`)]);
  return riverton;
}

beforeAll(async () => {
  const north = rowsOf('north', 400);
  both = await opened('scope_both', [...north, ...rowsOf('south', 400)]);
  northOnly = await opened('scope_north', north);
  shared = await serveRiverton(both, {
    personOf: (request) => ({ ...anyone, scope: scopes[request.get('x-who') ?? ''] ?? everything }),
  });
  alone = await serveRiverton(northOnly, {
    personOf: () => ({ ...anyone, scope: scopes.north as Scope }),
  });
});
afterAll(async () => {
  await Promise.all([shared, alone].map((server) => server.close()));
  await Promise.all([both, northOnly].map((riverton) => riverton.close()));
});

/**
 * What differs between two right answers: when and how they were worked out, how many rows both databases hold,
 * and seals.
 */
const passing = new Set([
  'next_cursor',
  'as_of',
  'milliseconds',
  'judging_milliseconds',
  'rows_read',
  'source',
  'last_load',
  'published',
  'updated',
]);
const figuresOfLine = (line: string): unknown =>
  JSON.parse(line, (key, value: unknown) => (passing.has(key) ? undefined : value));
/** Lines come in any order. */
const figures = (body: string): unknown[] => body.trim().split('\n').sort().map(figuresOfLine);

function together(...questions: string[]): string {
  return `answers?${new URLSearchParams(questions.map((question) => ['question', question]))}`;
}

const addresses = [
  'query?metrics=appeals,callers,median_hours_to_close&by=month,district&compare=previous',
  'query?metrics=appeals&by=cell&resolution=8',
  'query?metrics=appeals&by=district&where=district:south',
  'query?metrics=appeals&by=subdistrict&where=district:!north',
  'query?metrics=on_time_rate&by=topic1',
  'query?metrics=appeals&by=excluded_reason,topic1',
  together('metrics=appeals&by=month', 'metrics=appeals,on_time_rate', 'metrics=appeals&by=district'),
  together(
    'metrics=appeals&by=topic1&where=district:south',
    'metrics=appeals&by=district&where=topic1:transport',
  ),
  'appeals?limit=5',
  'appeals?q=south',
  'appeals?id=south-0-0',
  'hotspots?level=subdistrict&from=2023-01-01&to=2024-01-01',
  'hotspots?level=district&from=2023-01-01&to=2024-01-01',
  'hotspots?resolution=8&from=2023-01-01&to=2024-01-01',
  'rates?by=subdistrict&metric=on_time_rate',
  'rates?by=topic1&metric=on_time_rate',
  'trend?metric=appeals&grain=month',
  'trend?metric=appeals&grain=week&where=topic1:transport',
  'alarms?as_of=2024-02-01&watch=week',
  'alarms?as_of=2024-02-01&watch=day',
  'clusters?level=subdistrict&step=week&from=2023-07-01&to=2024-01-01',
];

describe.each(addresses)('/api/%s', (address) => {
  const path = `/api/${address}`;

  test('whoever sees one district is answered as if there were no other, whoever asked before', async () => {
    const whole = await shared.fetch(path);
    const wholeBody = await whole.text();
    expect(whole.status, wholeBody).toBe(200);
    const held = { 'If-None-Match': whole.headers.get('etag') ?? '"none"' };
    for (const headers of [asWhom('north'), { ...asWhom('north'), ...held }]) {
      const answer = await shared.fetch(path, headers);
      expect(answer.status).toBe(200);
      expect(figures(await answer.text())).toEqual(figures(await (await alone.fetch(path)).text()));
    }
    expect(figures(await (await shared.fetch(path)).text())).toEqual(figures(wholeBody));
  });

  test('whoever sees no district learns of no appeal', async () => {
    const body = await (await shared.fetch(path, asWhom('nobody'))).text();
    expect(body).not.toMatch(/word of the|(north|south)-\d+-\d+/);
    for (const [, count] of body.matchAll(/"(?:appeals|total|count|observed)":(\d+)/g))
      expect(count).toBe('0');
  });
});

test('exports hold what whoever exports may see, in every format', async () => {
  const count = await alone.query('metrics=appeals');
  for (const format of ['csv', 'ndjson', 'arrow', 'parquet', 'xlsx']) {
    await (await shared.fetch(`/api/export?format=${format}`)).arrayBuffer();
    const response = await shared.fetch(`/api/export?format=${format}`, asWhom('north'));
    expect(response.headers.get('x-atlas-records')).toBe(String(count.rows[0]?.appeals));
    const bytes = Buffer.from(await response.arrayBuffer());
    if (format === 'arrow')
      expect(new Set(tableFromIPC(bytes).getChild('district'))).toEqual(new Set(['north']));
    expect(bytes.includes('word of the south')).toBe(false);
    expect(bytes.includes('south-west')).toBe(false);
  }
  const about = await (await shared.fetch('/api/export/about', asWhom('north'))).text();
  expect(about).toContain('district:north, with texts');
});

test('an address of appeals that an answer carries shows no more than its reader may see', async () => {
  const sent = await (
    await shared.fetch('/api/clusters?level=subdistrict&step=week&from=2023-07-01&to=2024-01-01')
  ).text();
  const addressesIn = [...sent.matchAll(/"(\/api\/appeals\?[^"]*)"/g)].map(([, address]) => address ?? '');
  for (const address of [...addressesIn, '/api/appeals?where=district:south']) {
    const body = await (await shared.fetch(address, asWhom('north'))).text();
    expect(body).not.toContain('word of the south');
  }
  const page = await shared.json<{ meta: { next_cursor: string } }>(
    '/api/appeals?where=district:south&limit=3',
  );
  const next = await shared.fetch(`/api/appeals?limit=3&cursor=${page.meta.next_cursor}`, asWhom('north'));
  expect([next.status, await next.text()]).toEqual([400, expect.not.stringContaining('word of the south')]);
});

test('whoever may not see texts neither reads nor searches them', async () => {
  expect((await shared.fetch('/api/appeals?q=word', asWhom('nobody'))).status).toBe(403);
  const names = (await (await shared.fetch('/api/export', asWhom('nobody'))).text()).split(',');
  expect(names).not.toContain('"text"');
});

test('whoever may not read texts gets numbers that are sealed for their project', async () => {
  const asked = '/api/appeals?where=district:south&from=2023-03-01&to=2023-03-02&limit=1000';
  const numbersOf = async (who: string, address = asked): Promise<string[]> => {
    const page = (await (await shared.fetch(address, asWhom(who))).json()) as { rows: { id: string }[] };
    return page.rows.map(({ id }) => id);
  };
  const [water, again, noise] = await Promise.all(['water', 'water', 'noise'].map((who) => numbersOf(who)));
  expect(new Set(water).size).toBeGreaterThan(3);
  expect(again).toEqual(water);
  expect(noise?.filter((number) => water?.includes(number))).toEqual([]);
  const [number = ''] = water ?? [];
  expect(number).toMatch(/^[\w-]{40,}$/);
  expect(await numbersOf('water', `/api/appeals?id=${number}`)).toEqual([number]);
  for (const [who, id] of [
    ['noise', number],
    ['water', 'south-59-0'],
    ['water', `${number.slice(0, -2)}xx`],
  ] as const)
    expect(await numbersOf(who, `/api/appeals?id=${id}`)).toEqual([]);
  const file = await shared.fetch(
    '/api/export?format=ndjson&where=district:south&from=2023-03-01&to=2023-03-02',
    asWhom('water'),
  );
  const exported = (await file.text()).trim().split('\n');
  expect(exported.map((row) => (JSON.parse(row) as { id: string }).id).sort()).toEqual(
    [...(water ?? [])].sort(),
  );
  const pages: string[] = [];
  for (let cursor = ''; cursor !== 'end' && pages.length < 20; ) {
    const page = (await (
      await shared.fetch(`${asked.replace('1000', '2')}${cursor}`, asWhom('water'))
    ).json()) as {
      meta: { next_cursor: string | null };
      rows: { id: string }[];
    };
    pages.push(...page.rows.map(({ id }) => id));
    cursor = page.meta.next_cursor ? `&cursor=${page.meta.next_cursor}` : 'end';
  }
  expect(pages).toEqual(water);
});
