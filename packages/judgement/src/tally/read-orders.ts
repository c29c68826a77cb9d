import type { Cost } from '@hotline-atlas/clickhouse';
import {
  all,
  appealTable,
  bind,
  boundsOfQuestions,
  join,
  monthsOfRecords,
  name,
  recordConditions,
  type Sql,
  shown,
  sql,
} from '@hotline-atlas/query';
import type { JudgementRun } from '../series/judgement-run.ts';
import { countedOfExcluded } from './counted-sql.ts';
import { stratumOf } from './stratum.ts';
import {
  countColumn,
  countedIn,
  enteredIn,
  receivedIn,
  rowReadingOf,
  type TallyQuestion,
} from './tally-question.ts';

/** An order of an evaluation month as it is now. */
export interface MonthOrder {
  id: string;
  district: string;
  subdistrict: string;
  unit: string;
  stratum: string;
  /** Why it is excluded; '' where it is not. */
  reason: string;
  /** Answers of the return visit; '' where it was not asked. */
  resolved: string;
  satisfied: string;
  /** What it counts, or would count were it not excluded. */
  counts: number[];
}

const areas = ['district', 'subdistrict', 'unit'] as const;

const commas = (pieces: readonly Sql[]): Sql => join(pieces, ', ');

/** What is read of a row, under the names it is told by. */
function rowColumns(question: TallyQuestion, run: JudgementRun): Sql[] {
  const { scheme } = question;
  const reading = rowReadingOf(question, run);
  const own = [...new Set([...areas, ...scheme.case_mix])].map(
    (column) => sql`source.${name(column)} AS ${name(column)}`,
  );
  const counted = countedIn(scheme).map(
    (of, index) => sql`toUInt32(${countedOfExcluded(of, reading)}) AS ${name(countColumn(index))}`,
  );
  return [...own, ...counted];
}

function ordersSql(question: TallyQuestion, orders: readonly string[], run: JudgementRun, timeZone: string) {
  const { scheme } = question;
  const selection = { ...receivedIn(question), where: [], withoutRegimes: [] };
  const months = monthsOfRecords(selection, run.history, run.city);
  const entered = enteredIn(question, timeZone);
  const conditions = [
    recordConditions(selection, months, run.scope),
    sql`source.id IN ${bind('asked_orders', 'Array(String)', [...orders])}`,
    ...(entered ? [entered.when] : []),
  ];
  const counts = countedIn(scheme).map((_, index) => sql`counts.${name(countColumn(index))}`);
  const { text, parameters } =
    sql`SELECT counts.own_id AS id, ${commas(areas.map((area) => sql`${shown(area)} AS ${name(area)}`))},
  ${stratumOf(scheme.case_mix)} AS stratum, counts.own_reason AS reason, counts.own_resolved AS resolved,
  counts.own_satisfied AS satisfied, [${commas(counts)}] AS counts
FROM (
SELECT source.id AS own_id, toString(source.excluded_reason) AS own_reason, toString(source.resolved) AS own_resolved,
  toString(source.satisfied) AS own_satisfied, ${commas(rowColumns(question, run))}
FROM ${name(appealTable.name)} AS source
WHERE ${all(conditions)}
) AS counts`;
  return { sql: text, parameters: { ...parameters, ...entered?.parameters } };
}

/** Orders of a month by their numbers: those that are among its orders and whoever asks may see. */
export async function readOrders(
  question: TallyQuestion,
  orders: readonly string[],
  run: JudgementRun,
  timeZone: string,
): Promise<{ orders: ReadonlyMap<string, MonthOrder> } & Cost> {
  if (orders.length === 0) return { orders: new Map(), rowsRead: 0, milliseconds: 0 };
  const { rows, ...cost } = await run.database.rows<MonthOrder>({
    ...ordersSql(question, orders, run, timeZone),
    settings: boundsOfQuestions,
    signal: run.signal,
    label: 'evaluation: orders',
  });
  return { orders: new Map(rows.map((row) => [row.id, row])), ...cost };
}
