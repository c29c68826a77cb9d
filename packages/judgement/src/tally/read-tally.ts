import type { Cost } from '@hotline-atlas/clickhouse';
import type { DimensionName, Tally } from '@hotline-atlas/model';
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
import { countedOfCounts, countedOfExcluded, leavesExcludedOut } from './counted-sql.ts';
import { gatherTally, type UnitRows } from './gather-tally.ts';
import { type CorrectedOrder, readCorrections } from './read-corrections.ts';
import { stratumOf } from './stratum.ts';
import {
  countColumn,
  countedIn,
  type PlannedTally,
  planBase,
  planRows,
  rowReadingOf,
  type TallyQuestion,
} from './tally-question.ts';

/** Tally with what it took to read them. */
export interface ReadTally extends Cost {
  tally: Tally;
  /** What became of upheld objections. */
  corrected: readonly CorrectedOrder[];
  source: string;
}

const commas = (pieces: readonly Sql[]): Sql => join(pieces, ',\n  ');

/** One row a unit: lists of its strata, of the reasons, and of each count. */
function tallySql(
  { plan, counters }: PlannedTally,
  { by, mix, reason }: { by: DimensionName; mix: readonly DimensionName[]; reason: Sql },
  columns: readonly Sql[],
): Sql {
  const lists = columns.map((_, index) => sql`groupArray(toUInt32(${name(countColumn(index))}))`);
  const own = columns.map((column, index) => sql`${column} AS ${name(countColumn(index))}`);
  return sql`SELECT own_unit, groupArray(own_stratum), groupArray(own_reason), ${commas(lists)}
FROM (
SELECT ${shown(by)} AS own_unit, ${stratumOf(mix)} AS own_stratum, ${reason} AS own_reason, ${commas(own)}
FROM (
${countsSql({ ...plan, query: { ...plan.query, limit: 1 } }, counters)}
) AS counts
) WHERE own_unit != '' GROUP BY own_unit ORDER BY own_unit`;
}

/** A row as it comes: the unit, its strata, its reasons, and a list a count. */
type Row = [string, string[], string[], ...number[][]];

async function readRows(
  { text, parameters }: Sql,
  planned: PlannedTally,
  { database, signal }: JudgementRun,
): Promise<{ rows: UnitRows[] } & Cost> {
  const { body, ...cost } = await database.bytes({
    sql: `${text}\nFORMAT JSONCompact`,
    parameters: { ...parameters, ...planned.parameters },
    settings: boundsOfQuestions,
    signal,
    label: 'evaluation: tally',
  });
  const { data } = JSON.parse(body.toString()) as { data: Row[] };
  return {
    rows: data.map(([unit, strata, reasons, ...counts]) => ({ unit, strata, reasons, counts })),
    ...cost,
  };
}

const nothing = { rows: [], rowsRead: 0, milliseconds: 0 };

/** Whether a plan reads anything: days before the first appeal have none. */
const hasRows = ({ plan }: PlannedTally): boolean => plan.hasDays && sourcesOf(plan).length > 0;

/** Reads a plan into rows of units; none where it reads nothing. */
const readPlanned = (
  planned: PlannedTally,
  shape: Parameters<typeof tallySql>[1],
  columns: readonly Sql[],
  run: JudgementRun,
): Promise<{ rows: UnitRows[] } & Cost> =>
  hasRows(planned) ? readRows(tallySql(planned, shape, columns), planned, run) : Promise.resolve(nothing);

/**
 * Counts every order of an evaluation month: all by unit and case mix, from the smallest table that holds
 * these keys; and those that were excluded by reason, from rows, as they would have counted. Where no sums
 * hold the keys, both in one reading of the rows.
 */
export async function readTally(
  question: TallyQuestion,
  run: JudgementRun,
  timeZone: string,
): Promise<ReadTally> {
  const { scheme, group } = question;
  const all = countedIn(scheme);
  const base = planBase(question, run);
  const reading = rowReadingOf(question, run);
  const rows = planRows(
    question,
    [group.by, ...scheme.case_mix, 'excluded_reason'],
    all.map((of, index) => ({ column: countColumn(index), value: countedOfExcluded(of, reading) })),
    { run, excludedOnly: base !== null, timeZone, ofOutcomes: true },
  );
  const shape = { by: group.by, mix: scheme.case_mix };
  const byReason = { ...shape, reason: shown('excluded_reason') };
  const counted = all.map((_, index) => sql`counts.${name(countColumn(index))}`);
  const [every, out, { corrected, changes, ...cost }] = await Promise.all([
    base ? readPlanned(base, { ...shape, reason: sql`''` }, base.summed.map(countedOfCounts), run) : nothing,
    readPlanned(rows, byReason, counted, run),
    readCorrections(question, run, timeZone),
  ]);
  const sources = [...(base ? sourcesOf(base.plan) : []), ...sourcesOf(rows.plan)];
  return {
    tally: gatherTally({
      ...{ every: every.rows, excluded: out.rows, changes },
      ...{ leaveOut: all.map(leavesExcludedOut), members: question.members },
    }),
    corrected,
    source: [...new Set(sources)].join(' + '),
    rowsRead: every.rowsRead + out.rowsRead + cost.rowsRead,
    milliseconds: Math.max(every.milliseconds, out.milliseconds, cost.milliseconds),
  };
}
