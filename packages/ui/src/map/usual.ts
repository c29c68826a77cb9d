import { type Answer, type Column, fewestAnnounced, type Period } from '@hotline-atlas/model';
import { rankedOf } from '../answer/ranking.ts';
import { numberIn, type Row, textIn } from '../answer/row.ts';
import type { Palette } from '../theme/tokens.ts';
import { classRanges } from './classes.ts';
import type { Shading } from './shading.ts';

/** What an area had on the compared days, and the same days of the years before. */
interface Sides {
  now: number;
  before: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

function sidesIn(row: Row | undefined): Sides | null {
  const [now, before] = [numberIn(row, 'appeals_paired'), numberIn(row, 'appeals_before_paired')];
  return now === null || before === null ? null : { now, before };
}

const shownRoles: readonly Column['role'][] = [
  'dimension',
  'metric',
  'paired',
  'before_paired',
  'change',
  'change_share',
];

/** Appeals against the usual level of each area. */
export interface AgainstUsual {
  /** Its *before* is the usual level of the compared days; null of an area without one. */
  answer: Answer;
  /** The years the level is the mean of, the newest first. */
  years: Period[];
}

const daysOf = ({ meta }: Answer): number => meta.covered.paired?.days ?? 0;

/** The level is the mean of so many years. */
const mostYears = 2;
/** A year takes part where it has nearly as many of the days as the one that has most. */
const enoughDays = 0.8;

/** The newest years that have the days: others are left out as exceptional, or before the data. */
function usedOf(asked: readonly Answer[]): Answer[] {
  const most = Math.max(...asked.map(daysOf));
  return asked.filter((each) => daysOf(each) > 0 && daysOf(each) >= enoughDays * most).slice(0, mostYears);
}

/** What the usual level of an area is, and how far the area is from it. */
function levelOf(sides: readonly Sides[]) {
  const [first] = sides;
  const [now, before] = [sum(sides.map((each) => each.now)), sum(sides.map((each) => each.before))];
  // At the size of the days compared with the newest year: another year may lack some of them.
  const level = !first ? null : now > 0 ? (first.now * before) / now : before / sides.length;
  return {
    appeals_before: null,
    ...(first && { appeals_paired: first.now }),
    appeals_before_paired: level,
    appeals_change: level === null || !first ? null : first.now - level,
    appeals_change_share: before > 0 ? now / before - 1 : null,
  };
}

/**
 * Appeals against the usual level of the same area: the mean of the same days of the two newest years before
 * that have them. Days without a counterpart take no part on either side.
 * @param asked answers for the same appeals and areas, each compared with an earlier year, the newest first
 */
export function againstUsual(asked: readonly Answer[], dimension: string): AgainstUsual | null {
  const used = usedOf(asked);
  const first = used[0] ?? asked[0];
  if (!first) return null;
  const rowsOf = used.map(({ rows }) => new Map(rows.map((row) => [textIn(row, dimension), row])));
  const rows = first.rows.map((row) => ({
    ...row,
    ...levelOf(rowsOf.flatMap((each) => sidesIn(each.get(textIn(row, dimension))) ?? [])),
  }));
  const years = used.flatMap(({ meta }) => meta.compared_period ?? []);
  const [newest, oldest] = [years[0], years.at(-1)];
  const meta = {
    ...first.meta,
    columns: first.meta.columns.filter(({ role }) => shownRoles.includes(role)),
    compared_period: newest && oldest ? { from: oldest.from, to: newest.to } : null,
  };
  return { answer: { meta, rows }, years };
}

/** By what part all areas together are above their usual level; null where that is not known. */
export function wholeAgainstUsual({ rows }: Answer): number | null {
  const known = rows.filter((row) => numberIn(row, 'appeals_before_paired') !== null);
  const level = sum(known.map((row) => numberIn(row, 'appeals_before_paired') ?? 0));
  return level > 0 ? sum(known.map((row) => numberIn(row, 'appeals_change') ?? 0)) / level : null;
}

/** Limits of the classes: within a tenth of what is usual, a quarter, and beyond. */
const limits = [-0.25, -0.1, 0.1, 0.25];

/** Shades areas by how far they are above or below their usual level. */
export function usualShading(answer: Answer, dimension: string, palette: Palette): Shading {
  const figures = new Map(
    answer.rows
      .map((row) => [textIn(row, dimension), row] as const)
      .filter(([code]) => code !== '')
      .map(([code, row]) => {
        const level = numberIn(row, 'appeals_before_paired');
        const value = numberIn(row, 'appeals_change_share');
        const tooFew = level !== null && level < fewestAnnounced;
        const figure = { ...rankedOf(row, code, 'appeals', false), value, tooFew };
        return [code, { ...figure, numerator: numberIn(row, 'appeals'), cases: level }] as const;
      }),
  );
  const values = [...figures.values()]
    .flatMap(({ value, tooFew }) => (value === null || tooFew ? [] : [value]))
    .sort((a, b) => a - b);
  const [low, lower] = [palette.cold[1], palette.cold[0]];
  return {
    metric: 'appeals',
    of: 'usual',
    figures,
    values,
    edges: limits,
    ranges: classRanges(values, limits),
    logarithmic: false,
    colors: [low, lower, palette.zero, palette.hot[0], palette.hot[1]],
    absentIsZero: false,
  };
}

/** The chance that some area seems apart though none is, shared among all of them. */
const error = 0.05;

/**
 * Areas that are above, or below, their usual level beyond chance, the farthest first: the logarithm of the
 * ratio of two counts against its standard error, with the bound of Chernoff for as many areas as there are.
 * @param years how many years the usual level is the mean of
 */
export function beyondUsual({ figures }: Shading, years: number): { above: string[]; below: string[] } {
  const known = [...figures.values()].filter(({ value, tooFew }) => value !== null && !tooFew);
  const apart = Math.sqrt(2 * Math.log(Math.max(1, known.length) / error));
  const found = known.flatMap(({ code, numerator, cases, value }) => {
    const [now, before] = [numerator ?? 0, (cases ?? 0) * years];
    if (now === 0 || before === 0) return [];
    const z = Math.log(1 + (value ?? 0)) / Math.sqrt(1 / now + 1 / before);
    return Math.abs(z) > apart ? [{ code, value: value ?? 0 }] : [];
  });
  const sorted = found.sort((a, b) => b.value - a.value);
  return {
    above: sorted.filter(({ value }) => value > 0).map(({ code }) => code),
    below: sorted
      .filter(({ value }) => value < 0)
      .map(({ code }) => code)
      .reverse(),
  };
}
