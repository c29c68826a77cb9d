import type { City } from '@hotline-atlas/city';
import { courseColumns, courseMethod, type MonthOfCourse, unitsOfCourse } from '@hotline-atlas/evaluation';
import { judgementMeta } from '@hotline-atlas/judgement';
import { type EvaluationCourse, parseName } from '@hotline-atlas/model';
import { notice } from '@hotline-atlas/query';
import { NotFound } from '../problems/failures.ts';
import { seedOfMonth, type WorkedOut, workOutMonths } from './course-months.ts';
import { type CourseQuestion, monthsUpTo, type RuledMonths, rulesOf } from './course-request.ts';
import { defaultMonth } from './default-month.ts';
import { draws } from './live-answer.ts';
import type { EvaluationRun } from './months.ts';
import { type RankingSeen, rankingSeen } from './who-sees.ts';

/** Units that are told. @throws InvalidQuestion where one is not among them */
function unitsAsked(months: readonly MonthOfCourse[], { units }: CourseQuestion): string[] {
  const all = unitsOfCourse(months);
  return units.length > 0 ? units.map((unit) => parseName('unit', unit, all)) : all;
}

/** What somebody sees of the ranking in all of the months. @throws NotOpen */
function seenIn({ months }: RuledMonths, city: City, run: EvaluationRun): RankingSeen {
  const groups = months.flatMap(({ group }) => group ?? []);
  const each = [...new Map(groups.map((group) => [group.by, group])).values()];
  const seen = each.map((group) => rankingSeen(run.scope, city, group));
  const counted = seen[0]?.counted ?? run.scope;
  return { counted, details: (unit) => seen.every(({ details }) => details(unit)) };
}

function metaOf(
  { months: ruled, newest: { group } }: RuledMonths,
  { months, read, milliseconds }: WorkedOut,
  { detail }: CourseQuestion,
  city: City,
  { history }: EvaluationRun,
): EvaluationCourse['meta'] {
  const days = months.flatMap(({ period }) => period ?? []);
  const period = { from: days[0]?.from ?? '', to: days.at(-1)?.to ?? '' };
  const series = read.map((each) => ({ ...each, series: [] }));
  const sources = read.flatMap(({ source }) => source.split(' + ')).filter(Boolean);
  return {
    ...judgementMeta(history, city.time_zone, { period, incomplete: [] }, series, milliseconds),
    source: [...new Set(sources)].join(' + '),
    group: { name: group.name, label: group.label, by: group.by },
    ...{ detail, draws: detail === 'full' ? draws : 0 },
    seeds: ruled.map(seedOfMonth),
  };
}

/** `GET /api/evaluation/course`: months of a group, each by the scheme that was valid in it. */
export async function answerCourse(
  question: CourseQuestion,
  city: City,
  run: EvaluationRun,
): Promise<EvaluationCourse> {
  if (city.evaluation.length === 0)
    throw new NotFound(`${city.name.en} evaluates nobody: its pack has no evaluation.yaml.`);
  const to = question.to ?? (await defaultMonth(city, run));
  const rules = rulesOf(city, monthsUpTo(to, question.months), question.group);
  const seen = seenIn(rules, city, run);
  const isDrawn = question.detail === 'full';
  const worked = await workOutMonths(rules.months, city, run, { seen, isDrawn });
  const { months } = worked;
  const told = courseColumns(months, unitsAsked(months, question), seen.details);
  const meta = metaOf(rules, worked, question, city, run);
  const schemes = new Set(months.flatMap(({ scheme, figures }) => (figures && scheme ? [scheme] : [])));
  const ranked = told.months.reduce((sum, month) => sum + month.ranked, 0);
  const sample = { months: months.length, units: told.units.length, ranked };
  const hasAppeals = months.some(({ figures }) => figures?.units.appeals.some((count) => count > 0));
  return {
    meta,
    ...told,
    method: courseMethod(
      rules.newest.scheme,
      [...schemes],
      { draws: meta.draws, seed: meta.seeds.at(-1) ?? 0 },
      sample,
    ),
    notice: hasAppeals ? null : notice('no_data'),
  };
}
