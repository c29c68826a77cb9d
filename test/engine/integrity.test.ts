import { anyone } from '@hotline-atlas/access';
import { everything, type Integrity, type Scope } from '@hotline-atlas/model';
import { scopedTo } from '@hotline-atlas/query/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { openRiverton, type Riverton } from '../riverton.ts';
import { recorded } from '../scoped-riverton.ts';

let riverton: Riverton;
let server: AtlasServer;
let asked: ReturnType<typeof recorded>;

const scopes: Record<string, Scope> = {
  official: scopedTo(['north'], { published: ['district', 'month'] }),
  blind: scopedTo(['north'], { published: [] }),
};

const columns =
  'id,received,dispatched,due,closed,visited,topic,district,subdistrict,unit,urgency,handling,contacted,resolved,satisfied,excluded_reason,caller,reply';

const at = (moment: number): string => new Date(moment).toISOString().slice(0, 19).replace('T', ' ');

/** What the units of the story do in February; all others do nothing. */
const games = {
  b: { orders: 20, of: 'limit' },
  c: { orders: 12, of: 'excluded' },
  d: { orders: 15, of: 'unreached' },
} as const;

/** Ten units of 60 orders a month, from June to February; a quarter of an hour lies between two orders. */
function rows(): string[] {
  const months = [...Array(9).keys()].map((month) => Date.UTC(2023, 5 + month, 2, 1));
  return months.flatMap((begun, month) =>
    'abcdefghij'.split('').flatMap((unit) =>
      Array.from({ length: 60 }, (_, order) => {
        const game = month === 8 && unit in games ? games[unit as keyof typeof games] : null;
        const plays = (kind: string) => game?.of === kind && order < game.orders;
        const received = begun + (order * 97 + unit.charCodeAt(0) * 13) * 60_000;
        const due = received + 7 * 86_400_000;
        const closed = plays('limit') ? due - 1_800_000 : received + (order % 50) * 6_000_000 + 7_654_000;
        const visited = order % 10 !== 9;
        const excluded = plays('excluded') ? 'duplicate' : order % 30 === 29 ? 'withdrawn' : '';
        const answers = !visited || plays('unreached') ? ['', '', ''] : ['yes', 'yes', 'yes'];
        const district = unit < 'f' ? 'north' : 'south';
        return [
          `${month}-${unit}-${order}`,
          ...[received, received, due, closed].map(at),
          visited ? at(closed + 86_400_000) : '',
          ...['housing', district, `${district}-west`, unit, '7d', 'dispatched'],
          ...answers,
          excluded,
          ...['', ''],
        ].join(',');
      }),
    ),
  );
}

beforeAll(async () => {
  riverton = await openRiverton('integrity');
  await riverton.load([riverton.file('orders.csv', [columns, ...rows()].join('\n'))]);
  asked = recorded(riverton.database);
  server = await serveRiverton(
    { city: riverton.city, database: asked.database },
    {
      personOf: (request) => ({ ...anyone, scope: scopes[request.get('x-who') ?? ''] ?? everything }),
    },
  );
});
afterAll(async () => {
  await server.close();
  await riverton.close();
});

const february = 'month=2024-02&group=units';
const integrity = (parameters: string) => server.json<Integrity>(`/api/evaluation/integrity?${parameters}`);

test('three units are asked about, each for what it did and what follows, and nobody else', async () => {
  const { flags, units } = await integrity(february);
  expect(flags.map(({ unit, kind, way, observed, of }) => [unit, kind, way, observed, of]).sort()).toEqual([
    ['b', 'early_closing', 'limit', 20, 60],
    ['c', 'odd_exclusions', 'duplicate', 12, 60],
    // Of 60 orders 54 are visited; 11 of them are excluded.
    ['c', 'shrinking_base', '', 43, 60],
    // 14 of 15 were visited, and reached nobody.
    ['d', 'shrinking_base', '', 40, 60],
    ['d', 'unreachable_visits', 'nobody_reached', 14, 54],
  ]);
  expect(units.flags.reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBe(5);
});

test('what was seen, what was expected, and the orders it was seen in', async () => {
  const { flags } = await integrity(february);
  const early = flags.find(({ unit }) => unit === 'b');
  expect(early?.words.en).toMatch(/^20 of 60 orders closed in time .* last 2 % of the limit; /);
  expect(early?.chart?.observed.at(-1)).toBe(20);
  expect([...(early?.evidence?.orders ?? [])].sort()).toEqual(
    Array.from({ length: 20 }, (_, order) => `8-b-${order}`).sort(),
  );
  const excluded = flags.find(({ unit }) => unit === 'c');
  expect(excluded?.evidence?.where).toEqual(['unit:c', 'excluded_reason:duplicate']);
});

test('what the data does not say is not judgeable, and not zero', async () => {
  const { kinds } = await integrity(february);
  const judgeable = Object.fromEntries(kinds.map(({ kind, judgeable }) => [kind, judgeable]));
  expect(judgeable).toMatchObject({ early_closing: true, shrinking_base: true, closed_again: false });
  expect(kinds.find(({ kind }) => kind === 'template_replies')?.why_not?.en).toMatch(/No replies/);
  const few = await integrity('month=2024-02&group=district');
  expect(few.kinds.every(({ judgeable, why_not }) => !judgeable && why_not !== null)).toBe(true);
});

test('statements read the rows of one month, texts too, and sums for those before', async () => {
  asked.statements.length = 0;
  await integrity('month=2024-01&group=units');
  const own = asked.statements.filter(({ label }) => label?.startsWith('integrity: '));
  expect(own.length).toBeGreaterThanOrEqual(6);
  for (const { sql, parameters = {}, label } of own) {
    const { rows: read } = await riverton.database.rows<{ table: string; rows: string }>({
      sql: `EXPLAIN ESTIMATE ${sql.replace(/\nFORMAT \w+$/, '')}`,
      parameters,
    });
    for (const each of read) {
      if (label === 'integrity: past') expect(each.table).toMatch(/^rollup_/);
      else expect([label, each.table, Number(each.rows) <= 600]).toEqual([label, 'appeal', true]);
    }
  }
});

test('an official sees questions about their own, and none about others', async () => {
  const as = (who: string, parameters: string) =>
    server.fetch(`/api/evaluation/integrity?${parameters}`, { 'x-who': who });
  expect((await as('official', february)).status).toBe(403);
  const own = (await (await as('official', 'month=2024-02&group=district')).json()) as Integrity;
  expect(own.units.unit.map((unit, at) => [unit, own.units.flags[at]])).toEqual([
    ['north', 0],
    ['south', null],
  ]);
  expect((await as('official', 'month=2024-02&group=district&unit=south')).status).toBe(403);
  expect((await as('blind', 'month=2024-02&group=district')).status).toBe(403);
});

test('a unit with all its tests, a file, and what is not understood', async () => {
  const { tests, flags } = await integrity(`${february}&unit=e`);
  expect(flags).toEqual([]);
  expect(tests?.every(({ unit, standing }) => unit === 'e' && standing !== 'question')).toBe(true);
  const file = await (await server.fetch(`/api/evaluation/integrity?${february}&format=csv`)).text();
  expect(file.trim().split('\n')).toHaveLength(6);
  const wrong = await server.fetch('/api/evaluation/integrity?month=2024-02&group=nobody');
  expect([wrong.status, ((await wrong.json()) as { parameter: string }).parameter]).toEqual([400, 'group']);
});
