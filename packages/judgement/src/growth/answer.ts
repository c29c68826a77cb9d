import type { City } from '@hotline-atlas/city';
import { fewestNew, fewestOfCell, type Growth, type Notice } from '@hotline-atlas/model';
import { notice } from '@hotline-atlas/query';
import { judgementMeta } from '../answer/judgement-meta.ts';
import { type ReadSides, readSides } from '../change/sides.ts';
import { outside } from '../series/days-without-data.ts';
import type { JudgementRun } from '../series/judgement-run.ts';
import { inThread } from '../threads/threads.ts';
import { fewestPeriods, type JudgedPeriods, judgedPeriods, yearOf, yearsBack } from './earlier-periods.ts';
import { type GrowthCounts, gathered } from './gathered.ts';
import { type GrowthJudged, judgeGrowth } from './judge.ts';
import { growthMethod } from './method.ts';
import { type ReadGrowth, readGrowth } from './read.ts';
import type { GrowthQuestion } from './request.ts';
import { marksOf, matrixOf, noMatrix } from './shape.ts';

/** What a matrix rests on. */
interface Found {
  read: ReadGrowth;
  table: GrowthCounts;
  judged: GrowthJudged;
}

async function judge(
  question: GrowthQuestion,
  periods: JudgedPeriods,
  run: JudgementRun,
): Promise<Found | null> {
  if (periods.days === 0) return null;
  const read = await readGrowth(question, periods, run);
  const table = gathered(read, periods);
  if (table.row.length === 0) return null;
  const { level, mostRows, mostColumns } = question;
  const asked = { level, mostRows, mostColumns, fewest: fewestOfCell, fewestPeriods, fewestNew };
  return { read, table, judged: await inThread(judgeGrowth, { ...table, ...asked }, run.signal) };
}

/** The rows beside the period before, on days that have a counterpart. */
const readChange = (
  { selection, rows }: GrowthQuestion,
  { period }: JudgedPeriods,
  run: JudgementRun,
  timeZone: string,
): Promise<ReadSides> =>
  readSides(
    {
      selection: { ...selection, ...period },
      ...{ metric: 'appeals', by: rows, compare: 'previous', kind: 'counts' },
    },
    run,
    timeZone,
  );

const rest = (values: readonly string[], shown: readonly number[], unknown: number) => ({
  values: values.filter((value) => value !== '').length - shown.length,
  unknown,
});

const nothing = { values: 0, unknown: 0 };

function restsOf(found: Found | null): Growth['meta']['rest'] {
  if (!found) return { rows: nothing, columns: nothing };
  const { table, judged } = found;
  return {
    rows: rest(table.rows, judged.rows, judged.unknown.rows),
    columns: rest(table.columns, judged.columns, judged.unknown.columns),
  };
}

/** Why nothing is judged, or no usual level known. */
function obstacle({ days, earlier }: JudgedPeriods, found: Found | null): Notice | null {
  if (days === 0) return notice('no_days');
  if (!found) return notice('no_data');
  if (earlier.length < fewestPeriods) return notice('no_earlier_periods');
  return found.judged.tested === 0 ? notice('too_few_appeals') : null;
}

/** `GET /api/growth`. */
export async function answerGrowth(question: GrowthQuestion, city: City, run: JudgementRun): Promise<Growth> {
  const periods = judgedPeriods(question.selection, run);
  const [found, change] = await Promise.all([
    judge(question, periods, run),
    readChange(question, periods, run, city.time_zone),
  ]);
  const sides = (change.meta.covered.paired?.days ?? 0) > 0 ? change.sides : null;
  const matrix = found ? matrixOf(found.table, found.judged, sides) : noMatrix;
  const { period, earlier, years, ...moves } = periods;
  const seasonYears = years.map((back) => yearOf(yearsBack(period, back, moves).from));
  const incomplete = outside(period, run.history.coverage.spans).map(({ from }) => from);
  const read = found ? [...found.read.cells, ...found.read.years.map((year) => year.read)] : [];
  const { tested = 0, found: many = 0, milliseconds = 0 } = found?.judged ?? {};
  return {
    meta: {
      ...judgementMeta(run.history, city.time_zone, { period, incomplete }, read, milliseconds),
      rows: question.rows,
      columns: question.columns,
      covered: change.meta.covered,
      compared_period: change.meta.compared_period,
      usual: { periods: earlier, season_years: seasonYears },
      level: question.level,
      fewest: fewestOfCell,
      tested,
      found: many,
      rest: restsOf(found),
    },
    ...matrix,
    marks: marksOf(matrix),
    method: growthMethod(
      question,
      { periods: earlier.length, seasonYears, months: moves.grain === 'month', fewest: fewestOfCell },
      { cells: found?.table.row.length ?? 0, tested, found: many, periods: earlier.length },
    ),
    notice: obstacle(periods, found),
  };
}
