import type { Cost } from '@hotline-atlas/clickhouse';
import type { Scheme } from '@hotline-atlas/model';
import { boundsOfQuestions, countsSql, join, name, type Sql, sourcesOf, sql } from '@hotline-atlas/query';
import type { JudgementRun } from '../series/judgement-run.ts';
import { countedOfRow } from './counted-sql.ts';
import type { RowReading } from './row-measure-sql.ts';
import { planRows, rowReadingOf, type TallyQuestion } from './tally-question.ts';

/** How the outcomes of one order go together, indicator by indicator. */
export interface ReadCorrelation extends Cost {
  correlation: number[][];
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

/**
 * Correlations of the outcomes of one order, over all orders of the group that count for both of two
 * indicators: one statement on rows. Two rates of a unit that rest on the same orders go together as much.
 */
export async function readCorrelation(
  question: TallyQuestion,
  run: JudgementRun,
  timeZone: string,
): Promise<ReadCorrelation> {
  const { scheme } = question;
  const pairs = pairsOf(scheme);
  const reading = rowReadingOf(question, run);
  const correlation = scheme.indicators.map((_, one) =>
    scheme.indicators.map((_, other) => Number(one === other)),
  );
  const columns = pairs.flatMap((pair, index) => pairColumns(scheme, pair, index, reading));
  const planned = planRows(question, [], columns, { run, excludedOnly: false, timeZone });
  if (pairs.length === 0 || !planned.plan.hasDays || sourcesOf(planned.plan).length === 0)
    return { correlation, rowsRead: 0, milliseconds: 0 };
  const { text, parameters } = countsSql(planned.plan, planned.counters);
  const told = join(
    columns.map(({ column }) => sql`toUInt32(${name(column)}) AS ${name(column)}`),
    ', ',
  );
  const { rows, ...cost } = await run.database.rows<Record<string, number>>({
    sql: `SELECT ${told.text} FROM (${text})`,
    parameters: { ...parameters, ...planned.parameters },
    settings: boundsOfQuestions,
    signal: run.signal,
    label: 'evaluation: correlation',
  });
  for (const [index, { one, other }] of pairs.entries()) {
    const [both = 0, first = 0, second = 0, asked = 0] = columnsOf.map(
      (column) => rows[0]?.[`${column}_${index}`],
    );
    const value = phi(both, first, second, asked);
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const row = correlation[from];
      if (row) row[to] = value;
    }
  }
  return { correlation, ...cost };
}
