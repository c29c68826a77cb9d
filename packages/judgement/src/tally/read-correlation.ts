import type { Cost } from '@hotline-atlas/clickhouse';
import type { Scheme } from '@hotline-atlas/model';
import {
  boundsOfQuestions,
  countsSql,
  join,
  name,
  type Sql,
  shown,
  sourcesOf,
  sql,
} from '@hotline-atlas/query';
import type { JudgementRun } from '../series/judgement-run.ts';
import { countedOfRow } from './counted-sql.ts';
import type { RowReading } from './row-measure-sql.ts';
import { planRows, rowReadingOf, type TallyQuestion } from './tally-question.ts';

/** How the outcomes of one order go together, indicator by indicator. */
export interface ReadCorrelation extends Cost {
  correlation: number[][];
  /** Tables the pairs were counted from. */
  source: string;
}

interface Pair {
  one: number;
  other: number;
}

const pairsOf = ({ indicators }: Scheme): Pair[] =>
  indicators.flatMap((_, one) =>
    indicators.slice(one + 1).map((_, next) => ({ one, other: one + 1 + next })),
  );

const columnsOf = ['both', 'first', 'second', 'asked'] as const;

/** Orders that count for both indicators: how many succeed in both, in either, and how many there are. */
function pairColumns({ indicators }: Scheme, { one, other }: Pair, index: number, reading: RowReading) {
  const [first, second] = [indicators[one], indicators[other]];
  if (!first || !second) return [];
  const of = (each: typeof first.numerator): Sql => sql`toUInt32(${countedOfRow(each, reading)})`;
  const asked = sql`${of(first.denominator)} * ${of(second.denominator)}`;
  const values: Record<(typeof columnsOf)[number], Sql> = {
    both: sql`${asked} * ${of(first.numerator)} * ${of(second.numerator)}`,
    first: sql`${asked} * ${of(first.numerator)}`,
    second: sql`${asked} * ${of(second.numerator)}`,
    asked,
  };
  return columnsOf.map((column) => ({ column: `${column}_${index}`, value: values[column] }));
}

/** The correlation of two outcomes that are yes or no (phi); 0 where one of them never differs. */
function phi(both: number, first: number, second: number, asked: number): number {
  const spread = Math.sqrt(first * (asked - first) * second * (asked - second));
  return spread > 0 ? (both * asked - first * second) / spread : 0;
}

/** Where outcomes do not differ, or nothing was asked. */
export const uncorrelated = ({ indicators }: Scheme): number[][] =>
  indicators.map((_, one) => indicators.map((_, other) => Number(one === other)));

type Row = Record<string, number | string>;

function correlationOf(scheme: Scheme, row: Row): number[][] {
  const correlation = uncorrelated(scheme);
  for (const [index, { one, other }] of pairsOf(scheme).entries()) {
    const [both = 0, first = 0, second = 0, asked = 0] = columnsOf.map((column) =>
      Number(row[`${column}_${index}`]),
    );
    const value = phi(both, first, second, asked);
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const own = correlation[from];
      if (own) own[to] = value;
    }
  }
  return correlation;
}

/** Counts of pairs of outcomes, of all days or by calendar month. */
async function readPairs(
  question: TallyQuestion,
  by: readonly 'month'[],
  run: JudgementRun,
  timeZone: string,
): Promise<{ rows: Row[]; source: string } & Cost> {
  const { scheme } = question;
  const reading = rowReadingOf(question, run);
  const columns = pairsOf(scheme).flatMap((pair, index) => pairColumns(scheme, pair, index, reading));
  const planned = planRows(question, by, columns, { run, excludedOnly: false, timeZone, ofOutcomes: true });
  const { plan, counters } = planned;
  const source = sourcesOf(plan).join(' + ');
  if (columns.length === 0 || !plan.hasDays || source === '')
    return { rows: [], source: '', rowsRead: 0, milliseconds: 0 };
  const { text, parameters } = countsSql({ ...plan, query: { ...plan.query, limit: 1 } }, counters);
  const told = join(
    [
      ...by.map((dimension) => sql`${shown(dimension)} AS ${name(dimension)}`),
      ...columns.map(({ column }) => sql`toUInt32(counts.${name(column)}) AS ${name(column)}`),
    ],
    ', ',
  );
  const read = await run.database.rows<Row>({
    sql: `SELECT ${told.text} FROM (${text}) AS counts`,
    parameters: { ...parameters, ...planned.parameters },
    settings: boundsOfQuestions,
    signal: run.signal,
    label: 'evaluation: correlation',
  });
  return { ...read, source };
}

/**
 * Correlations of the outcomes of one order, over all orders of the group that count for both of two
 * indicators: one statement. Two rates of a unit that rest on the same orders go together as much.
 */
export async function readCorrelation(
  question: TallyQuestion,
  run: JudgementRun,
  timeZone: string,
): Promise<ReadCorrelation> {
  const { rows, ...cost } = await readPairs(question, [], run, timeZone);
  return { correlation: correlationOf(question.scheme, rows[0] ?? {}), ...cost };
}

/** The same of each calendar month, as `2024-11`, that has orders. */
export async function readCorrelations(
  question: TallyQuestion,
  run: JudgementRun,
  timeZone: string,
): Promise<{ correlations: ReadonlyMap<string, number[][]> } & Cost> {
  const { rows, ...cost } = await readPairs(question, ['month'], run, timeZone);
  const correlations = new Map(
    rows.map((row) => [`${row.month}`.slice(0, 7), correlationOf(question.scheme, row)]),
  );
  return { correlations, ...cost };
}
