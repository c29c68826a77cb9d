import { type Compare, overlap, type Period, shift, shiftEnd } from '@hotline-atlas/model';
import { seasonalCountChange } from '@hotline-atlas/statistics';
import type { JudgementRun } from '../series/judgement-run.ts';
import type { ChangeQuestion } from './request.ts';
import { readSides, type Sides, wholeOf } from './sides.ts';

const mostYears = 4;
/** An earlier year counts for a rate's season from this denominator on. */
const fewest = 30;

/** What earlier years had on the same days. */
export interface Season {
  /** First days of the period in these years. */
  years: number[];
  sides: Map<string, Sides>;
  whole: Sides;
}

const yearsEarlier = ({ from, to }: Period, years: number): Period => ({
  from: shift(from, 'year', -years),
  to: shiftEnd(to, 'year', -years),
});

/** Whether the days compared lie whole years apart: then they have their season in common. */
const isSameSeason = (compare: Compare, period: Period, compared: Period): boolean =>
  compare === 'year' ||
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].some((years) => yearsEarlier(period, years).from === compared.from);

/** Whether both sides lie inside the data and outside of regimes, which have no usual season. */
const isUsual = (sides: readonly Period[], { history, city }: JudgementRun): boolean =>
  sides.every(
    (side) => side.from >= history.span.from && !city.regimes.some((regime) => overlap(regime, side)),
  );

/**
 * Reads what the same days had in earlier years; null where the days have their season in common, or there
 * are no earlier years.
 */
export async function readSeason(
  question: ChangeQuestion & { kind: 'counts' | 'rate' },
  period: Period,
  compared: Period,
  run: JudgementRun,
  timeZone: string,
): Promise<Season | null> {
  const { selection, compare } = question;
  if (isSameSeason(compare, period, compared)) return null;
  const known = Array.from({ length: mostYears }, (_, index) => index + 1).filter((years) =>
    isUsual([yearsEarlier(period, years), yearsEarlier(compared, years)], run),
  );
  const answers = await Promise.all(
    known.map((years) => {
      const earlier = typeof compare === 'string' ? compare : yearsEarlier(compare, years);
      const moved = { ...selection, ...yearsEarlier(period, years) };
      return readSides({ ...question, selection: moved, compare: earlier }, run, timeZone);
    }),
  );
  const used = answers.map(({ meta }) => (meta.covered.paired?.days ?? 0) > 0);
  if (!used.includes(true)) return null;
  const all = answers.filter((_, index) => used[index]).flatMap(({ sides }) => sides);
  const groups = [...new Set(all.map(({ group }) => group))];
  return {
    years: known
      .filter((_, index) => used[index])
      .map((years) => Number(shift(period.from, 'year', -years).slice(0, 4))),
    sides: new Map(groups.map((group) => [group, wholeOf(all.filter((side) => side.group === group))])),
    whole: wholeOf(all),
  };
}

const pointsOf = ({ now, nowOf, before, beforeOf }: Sides): number =>
  Math.min(nowOf, beforeOf) < fewest ? Number.NaN : now / nowOf - before / beforeOf;

/** The change that the season alone explains; NaN where nothing is known of it. */
export function seasonalChange(
  season: Season | null,
  side: Sides,
  kind: 'counts' | 'rate',
  isWhole: boolean,
): number {
  if (!season) return Number.NaN;
  const own = isWhole ? season.whole : season.sides.get(side.group);
  if (kind === 'rate') return own ? pointsOf(own) : Number.NaN;
  if (isWhole) return side.before * (season.whole.now / season.whole.before - 1);
  return seasonalCountChange(side.before, own ?? { now: 0, before: 0 }, season.whole);
}
