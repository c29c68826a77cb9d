import type { Evaluation } from '@hotline-atlas/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type JudgedRiverton, openJudgedRiverton, sum } from '../judged-riverton.ts';

let judged: JudgedRiverton;

beforeAll(async () => {
  judged = await openJudgedRiverton();
});
afterAll(() => judged.close());

const months = ['2022-05', '2023-02', '2023-06'];

const metrics = {
  response: 'response_rate',
  resolution: 'resolution_rate',
  satisfaction: 'satisfaction_rate',
};

const periodOf = (month: string) => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
  return `from=${month}-01&to=${next}`;
};

async function both(month: string, group: string, scheme: string, question: string) {
  const [answer, { rows }] = await Promise.all([
    judged.server.json<Evaluation>(`/api/evaluation?month=${month}&group=${group}&scheme=${scheme}`),
    judged.server.query(`by=${group}&${periodOf(month)}&${question}`),
  ]);
  const at = new Map(rows.map((row) => [String(row[group]), row]));
  return { answer, of: (unit: string, column: string) => Number(at.get(unit)?.[column] ?? 0) };
}

test.each(months)('%s: where all exclusions count, rates are those of /api/query', async (month) => {
  for (const group of ['district', 'subdistrict']) {
    const question = `metrics=appeals,dispatched,${Object.values(metrics).join(',')}`;
    const { answer, of } = await both(month, group, 'first', question);
    const { unit, appeals, orders } = answer.units;
    expect(sum(appeals)).toBeGreaterThan(0);
    for (const [at, code] of unit.entries()) {
      expect([appeals[at], orders[at]], code).toEqual([of(code, 'appeals'), of(code, 'dispatched')]);
      for (const [name, metric] of Object.entries(metrics)) {
        const indicator = answer.indicators.find((each) => each.name === name);
        expect([indicator?.numerator[at], indicator?.denominator[at]], `${code} ${name}`).toEqual([
          of(code, `${metric}_numerator`),
          of(code, `${metric}_denominator`),
        ]);
      }
    }
  }
});

test.each(months)('%s: one reason that counts takes its orders out of the due ones', async (month) => {
  const question = 'metrics=on_time_rate&where=excluded_reason:!duplicate';
  const { answer, of } = await both(month, 'subdistrict', 'second', question);
  const indicator = answer.indicators.find(({ name }) => name === 'on_time');
  for (const [at, code] of answer.units.unit.entries())
    expect([indicator?.numerator[at], indicator?.denominator[at]], code).toEqual([
      of(code, 'on_time_rate_numerator'),
      of(code, 'on_time_rate_denominator'),
    ]);
});

/** Excluded and dispatched orders of each reason, counted from the records themselves. */
async function countedFromRecords(selection: string) {
  const file = await (await judged.server.fetch(`/api/export?format=ndjson&${selection}`)).text();
  const records = file
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string | null>);
  const reasons = [...new Set(records.map(({ excluded_reason }) => excluded_reason ?? ''))].sort();
  return reasons.map((reason) => {
    const own = records.filter(({ excluded_reason }) => (excluded_reason ?? '') === reason);
    const dispatched = own.filter(({ handling }) => handling === 'dispatched').length;
    return { excluded_reason: reason, excluded: reason === '' ? 0 : dispatched, dispatched };
  });
}

test.each(['', '&from=2023-02-01&to=2023-03-01', '&from=2023-02-03&to=2023-02-20'])(
  'why orders of a district are excluded%s: counts and shares are those of the records',
  async (period) => {
    const selection = `where=district:north${period}`;
    const { rows } = await judged.server.query(
      `metrics=excluded,excluded_share&by=excluded_reason&${selection}&order=excluded_reason`,
    );
    const expected = await countedFromRecords(selection);
    expect(expected.map(({ excluded_reason }) => excluded_reason)).toEqual(['', 'duplicate', 'out of scope']);
    expect(rows).toMatchObject(
      expected.map(({ excluded_reason, excluded, dispatched }) => ({
        ...{ excluded_reason, excluded, excluded_share_numerator: excluded },
        ...{ excluded_share_denominator: dispatched, excluded_share: excluded / dispatched },
      })),
    );
  },
);
