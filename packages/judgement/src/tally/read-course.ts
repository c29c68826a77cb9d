import type { Cost } from '@hotline-atlas/clickhouse';
import { isExcluded, type ObjectionCorrection, type Scheme, type Tally } from '@hotline-atlas/model';
import {
  bind,
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
import { countedOfExcluded } from './counted-sql.ts';
import { gatherTally, type UnitRows } from './gather-tally.ts';
import { daysOfMonth } from './month.ts';
import { readCorrections } from './read-corrections.ts';
import { readCorrelation, readCorrelations, uncorrelated } from './read-correlation.ts';
import { readTally } from './read-tally.ts';
import type { RowReading } from './row-measure-sql.ts';
import {
  countColumn,
  countedIn,
  planRows,
  type RowColumn,
  rowReadingOf,
  type TallyQuestion,
} from './tally-question.ts';

/** Months that follow one another, by one scheme. */
export type CourseQuestion = Omit<TallyQuestion, 'days' | 'corrections'> & {
  /** Evaluation months, as `2024-11`, oldest first. */
  months: readonly string[];
  /** What upheld objections say of the orders of a month. */
  corrections: (month: string) => readonly ObjectionCorrection[];
};

/** What was counted of one month: of each unit what is in the base, and what is not. */
export interface MonthCounted {
  tally: Tally;
  correlation: number[][];
}

export interface ReadCourse extends Cost {
  months: ReadonlyMap<string, MonthCounted>;
  source: string;
}

/** What stands for every reason that takes an order out of the base; '' where none does. */
const anyReason = ({ exclusions }: Pick<Scheme, 'exclusions'>): string =>
  exclusions === 'all' ? 'excluded' : (exclusions[0] ?? '');

/** Whether an order is out of the base. */
const isOut = ({ exclusions }: Pick<Scheme, 'exclusions'>): Sql =>
  exclusions === 'all'
    ? sql`source.excluded_reason != ''`
    : sql`has(${bind('reasons_that_count', 'Array(String)', [...exclusions])}, toString(source.excluded_reason))`;

/** Two columns for each thing that is counted: in the base, and out of it. */
function columnsOf(scheme: Scheme, reading: RowReading): RowColumn[] {
  const out = isOut(scheme);
  const all = countedIn(scheme).map((of) => countedOfExcluded(of, reading));
  return [
    ...all.map((value, index) => ({ column: countColumn(index), value, when: sql`NOT ${out}` })),
    ...all.map((value, index) => ({ column: countColumn(all.length + index), value, when: out })),
  ];
}

/** A row as it comes: the unit, its months, and a list a count. */
type Row = [string, string[], ...number[][]];

/** The days of all months, where each is a calendar month. */
const ofAllDays = ({ scheme, group, members, months }: CourseQuestion): TallyQuestion => ({
  ...{ scheme, group, members },
  days: { from: daysOfMonth(scheme, months[0] ?? '').from, to: daysOfMonth(scheme, months.at(-1) ?? '').to },
});

/** One of the months, without its case mix. */
const ofMonth = ({ scheme, group, members, corrections }: CourseQuestion, month: string): TallyQuestion => ({
  ...{ group, members, scheme: { ...scheme, case_mix: [] } },
  days: daysOfMonth(scheme, month),
  corrections: corrections(month),
});

/** Counts of every unit in every calendar month: one statement. */
async function readCounts(
  question: CourseQuestion,
  run: JudgementRun,
  timeZone: string,
): Promise<{ rows: Row[]; source: string } & Cost> {
  const { scheme, group } = question;
  const columns = columnsOf(scheme, rowReadingOf(ofAllDays(question), run));
  const planned = planRows(ofAllDays(question), [group.by, 'month'], columns, {
    run,
    excludedOnly: false,
    timeZone,
    ofOutcomes: true,
  });
  const { plan, counters } = planned;
  const source = sourcesOf(plan).join(' + ');
  if (!plan.hasDays || source === '') return { rows: [], source, rowsRead: 0, milliseconds: 0 };
  const lists = columns.map(({ column }) => sql`groupArray(toUInt32(counts.${name(column)}))`);
  const { text, parameters } =
    sql`SELECT ${shown(group.by)} AS own_unit, groupArray(substring(${shown('month')}, 1, 7)), ${join(lists, ',\n  ')}
FROM (
${countsSql({ ...plan, query: { ...plan.query, limit: 1 } }, counters)}
) AS counts
WHERE own_unit != '' GROUP BY own_unit ORDER BY own_unit`;
  const { body, ...cost } = await run.database.bytes({
    sql: `${text}\nFORMAT JSONCompact`,
    parameters: { ...parameters, ...planned.parameters },
    settings: boundsOfQuestions,
    signal: run.signal,
    label: 'evaluation: course',
  });
  return { rows: (JSON.parse(body.toString()) as { data: Row[] }).data, source, ...cost };
}

/** What was read, month by month: rows of what is in the base, and of what is not. */
function byMonth(rows: readonly Row[], scheme: Scheme): Map<string, { base: UnitRows[]; out: UnitRows[] }> {
  const width = countedIn(scheme).length;
  const months = new Map<string, { base: UnitRows[]; out: UnitRows[] }>();
  const rowOf = (unit: string, reason: string, lists: readonly number[][], at: number): UnitRows => ({
    ...{ unit, strata: [''], reasons: [reason] },
    counts: lists.map((list) => [list[at] ?? 0]),
  });
  for (const [unit, own, ...lists] of rows)
    for (const [at, month] of own.entries()) {
      const known = months.get(month) ?? { base: [], out: [] };
      known.base.push(rowOf(unit, '', lists.slice(0, width), at));
      known.out.push(rowOf(unit, anyReason(scheme), lists.slice(width), at));
      months.set(month, known);
    }
  return months;
}

/** What upheld objections change in each of the months that have any. */
async function readChanges(question: CourseQuestion, run: JudgementRun, timeZone: string) {
  const months = question.months.filter((month) => question.corrections(month).length > 0);
  const changed = await Promise.all(
    months.map(async (month) => {
      const { changes } = await readCorrections(ofMonth(question, month), run, timeZone);
      const { scheme } = question;
      const told = changes.map((change) => ({
        ...change,
        reason: isExcluded(scheme, change.reason) ? anyReason(scheme) || change.reason : '',
      }));
      return [month, told] as const;
    }),
  );
  return new Map(changed);
}

async function readTogether(
  question: CourseQuestion,
  run: JudgementRun,
  timeZone: string,
): Promise<ReadCourse> {
  const { scheme, members } = question;
  const [{ rows, source, ...cost }, { correlations, ...pairs }, changes] = await Promise.all([
    readCounts(question, run, timeZone),
    readCorrelations(ofAllDays(question), run, timeZone),
    readChanges(question, run, timeZone),
  ]);
  const read = byMonth(rows, scheme);
  const counted = (month: string): MonthCounted => {
    const { base, out } = read.get(month) ?? { base: [], out: [] };
    const gathered = { every: base, excluded: out, changes: changes.get(month) ?? [], members };
    const tally = gatherTally({ ...gathered, leaveOut: countedIn(scheme).map(() => true) });
    return { tally, correlation: correlations.get(month) ?? uncorrelated(scheme) };
  };
  return {
    months: new Map(question.months.map((month) => [month, counted(month)])),
    source,
    rowsRead: cost.rowsRead + pairs.rowsRead,
    milliseconds: Math.max(cost.milliseconds, pairs.milliseconds),
  };
}

/** Month by month, where a month is no calendar month of receipt. */
async function readApart(question: CourseQuestion, run: JudgementRun, timeZone: string): Promise<ReadCourse> {
  const counted = new Map<string, MonthCounted>();
  const cost = { rowsRead: 0, milliseconds: 0 };
  let from = '';
  for (const month of question.months) {
    const own = ofMonth(question, month);
    const [{ tally, source, rowsRead, milliseconds }, { correlation, ...pairs }] = await Promise.all([
      readTally(own, run, timeZone),
      readCorrelation(own, run, timeZone),
    ]);
    counted.set(month, { tally, correlation });
    cost.rowsRead += rowsRead + pairs.rowsRead;
    cost.milliseconds += Math.max(milliseconds, pairs.milliseconds);
    from = source;
  }
  return { months: counted, source: from, ...cost };
}

/**
 * Counts months of a group by one scheme, without its case mix: all together in two statements where orders
 * enter calendar months by their receipt; else month by month.
 */
export const readCourse = (
  question: CourseQuestion,
  run: JudgementRun,
  timeZone: string,
): Promise<ReadCourse> =>
  question.scheme.enters_by === 'received' && question.scheme.starts_on === 1
    ? readTogether(question, run, timeZone)
    : readApart(question, run, timeZone);
