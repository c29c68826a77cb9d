import type { Cost } from '@hotline-atlas/clickhouse';
import { floorTo, type PastBase, type Period, shift } from '@hotline-atlas/model';
import {
  boundsOfQuestions,
  countersOf,
  countsSql,
  name,
  planQuery,
  sourcesOf,
  sql,
} from '@hotline-atlas/query';
import type { JudgementRun } from '../series/judgement-run.ts';
import { type IntegrityAsked, selectionOf } from './question.ts';

/** Months before the one that is asked about. */
const monthsBack = 24;

/** Calendar months before the month asked about: sums know no others. */
function daysBefore({ from }: Period): Period {
  const to = floorTo(from, 'month');
  return { from: shift(to, 'month', -monthsBack), to };
}

interface Row {
  unit: string;
  month: string;
  orders: number;
  base: number;
}

function gathered(rows: readonly Row[], units: readonly string[]): PastBase[] {
  const at = new Map(units.map((unit, index) => [unit, index]));
  const months = new Map<string, PastBase>();
  for (const { unit, month, orders, base } of rows) {
    const index = at.get(unit);
    if (index === undefined) continue;
    const past = months.get(month) ?? {
      ...{ month, orders: new Float64Array(units.length), base: new Float64Array(units.length) },
    };
    past.orders[index] = orders;
    past.base[index] = base;
    months.set(month, past);
  }
  return [...months.values()].sort((one, other) => (one.month < other.month ? -1 : 1));
}

/** What a reading of the past tells. */
export interface ReadPast extends Cost {
  past: PastBase[];
  source: string;
}

/** Orders and bases of each unit in the months before, from the smallest table of sums that holds them. */
export async function readPast(
  asked: IntegrityAsked,
  units: readonly string[],
  run: JudgementRun,
): Promise<ReadPast> {
  const { by } = asked.group;
  const { scope, history, city, tables, database, signal } = run;
  const plan = planQuery(
    {
      ...selectionOf({ ...asked, days: daysBefore(asked.days) }),
      metrics: ['dispatched', 'response_rate'],
      by: [by, 'month'],
      order: [],
      resolution: 8,
      limit: 1,
    },
    scope,
    history,
    city,
    tables,
  );
  if (!plan.hasDays || sourcesOf(plan).length === 0)
    return { past: [], source: '', rowsRead: 0, milliseconds: 0 };
  const counts = countsSql(plan, countersOf(['dispatched', 'response_rate']));
  const { text, parameters } =
    sql`SELECT toString(counts.${name(by)}) AS unit, toString(counts.month) AS month,
  toUInt32(counts.n_dispatched) AS orders, toUInt32(counts.n_contact_asked) AS base
FROM (
${counts}
) AS counts`;
  const { rows, ...cost } = await database.rows<Row>({
    sql: text,
    parameters,
    settings: boundsOfQuestions,
    signal,
    label: 'integrity: past',
  });
  const past = gathered(
    rows.map((row) => ({ ...row, month: row.month.slice(0, 7) })),
    units,
  );
  return { past, source: sourcesOf(plan).join(' + '), ...cost };
}
