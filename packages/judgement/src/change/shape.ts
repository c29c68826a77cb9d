import {
  type Change,
  type ChangeGroups,
  type ChangeKind,
  type ChangeMark,
  type ChangeOf,
  changeMarks,
  changeMarkWords,
} from '@hotline-atlas/model';
import { rateContributions } from '@hotline-atlas/statistics';
import { probability, rounded } from '../answer/numbers.ts';
import type { ChangeJudged } from './judge.ts';
import { type Season, seasonalChange } from './season.ts';
import type { Sides } from './sides.ts';

/** What was compared and judged. */
export interface Compared {
  kind: ChangeKind;
  sides: readonly Sides[];
  whole: Sides;
  season: Season | null;
  judged: ChangeJudged;
  /** Rate of false discoveries. */
  level: number;
  /** Whether the rates of both sides are ripe. */
  ripe: boolean;
}

/** Twelve decimals: contributions still add up, and weighted sums are no longer than that. */
const known = (value: number): number | null => rounded(value, 12);
const share = (value: number | undefined): number | null => rounded(value, 6);

/** Values of both sides; NaN where a rate has no denominator. */
const valuesOf = ({ now, nowOf, before, beforeOf }: Sides, kind: ChangeKind): [number, number] =>
  kind === 'rate' ? [now / nowOf, before / beforeOf] : [now, before];

function markOf(p: number, q: number, { level, ripe }: Compared): ChangeMark {
  if (Number.isNaN(p)) return 'too_few';
  if (!ripe) return 'provisional';
  return q <= level ? 'beyond_chance' : 'chance';
}

type Seasonal = Pick<ChangeOf, 'season' | 'rest'>;

function seasonOf(side: Sides, change: number, { season, kind }: Compared, isWhole: boolean): Seasonal {
  const expected = seasonalChange(season, side, kind, isWhole);
  return { season: known(expected), rest: known(change - expected) };
}

/** What is said of the whole (row 0) or of a group. */
function changeOf(side: Sides, row: number, compared: Compared): ChangeOf {
  const { kind, judged } = compared;
  const isRate = kind === 'rate';
  const [now, before] = valuesOf(side, kind);
  const change = now - before;
  const counted = (value: number) => (isRate ? value : null);
  const relative = (value: number | undefined) => (isRate ? null : share(value));
  return {
    now: known(now),
    before: known(before),
    now_numerator: counted(side.now),
    now_denominator: counted(side.nowOf),
    before_numerator: counted(side.before),
    before_denominator: counted(side.beforeOf),
    change: known(change),
    change_lower: share(judged.lower[row]),
    change_upper: share(judged.upper[row]),
    change_share: relative(change / before),
    share_lower: relative(judged.shareLower[row]),
    share_upper: relative(judged.shareUpper[row]),
    ...seasonOf(side, change, compared, row === 0),
    dispersion: rounded(judged.dispersion[row], 3),
    p: probability(judged.p[row]),
    mark: markOf(judged.p[row] ?? Number.NaN, judged.q[row] ?? Number.NaN, compared),
  };
}

/** The whole with what was judged of it. */
export const wholeChange = (compared: Compared): ChangeOf => changeOf(compared.whole, 0, compared);

interface Parts {
  contribution: number;
  within: number;
  mix: number;
}

/** Parts of the change of the whole, one a group. */
function partsOf({ kind, sides, whole }: Pick<Compared, 'kind' | 'sides' | 'whole'>): Parts[] {
  const unknown = { within: Number.NaN, mix: Number.NaN };
  if (kind === 'counts') return sides.map(({ now, before }) => ({ contribution: now - before, ...unknown }));
  if (sides.length === 0 || !(whole.nowOf > 0 && whole.beforeOf > 0))
    return sides.map(() => ({ contribution: Number.NaN, ...unknown }));
  const column = (name: 'now' | 'nowOf' | 'before' | 'beforeOf') =>
    Float64Array.from(sides, (side) => side[name]);
  const { within, mix } = rateContributions(
    { counts: column('before'), populations: column('beforeOf') },
    { counts: column('now'), populations: column('nowOf') },
  );
  return sides.map((_, group) => {
    const [own, moved] = [within[group] ?? Number.NaN, mix[group] ?? Number.NaN];
    return { contribution: own + moved, within: own, mix: moved };
  });
}

/** Everything that is said of a group. */
type Row = { [Name in keyof ChangeGroups]: ChangeGroups[Name][number] };

function rowsOf(compared: Compared): Row[] {
  const parts = partsOf(compared);
  return compared.sides.map((side, index) => {
    const { contribution = Number.NaN, within = Number.NaN, mix = Number.NaN } = parts[index] ?? {};
    return {
      group: side.group,
      contribution: known(contribution),
      contribution_share: compared.kind === 'rate' ? null : share(contribution / compared.whole.before),
      within: known(within),
      mix: known(mix),
      q: probability(compared.judged.q[index + 1]),
      ...changeOf(side, index + 1, compared),
    };
  });
}

const standing = ({ mark }: Row): number => changeMarks.indexOf(mark);
const size = ({ contribution }: Row): number => Math.abs(contribution ?? 0);

const names = [
  'group',
  'now',
  'before',
  'now_numerator',
  'now_denominator',
  'before_numerator',
  'before_denominator',
  'change',
  'change_lower',
  'change_upper',
  'change_share',
  'share_lower',
  'share_upper',
  'contribution',
  'contribution_share',
  'within',
  'mix',
  'season',
  'rest',
  'dispersion',
  'p',
  'q',
  'mark',
] as const satisfies (keyof ChangeGroups)[];

const columnsOf = (rows: readonly Row[]): ChangeGroups =>
  Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])])) as ChangeGroups;

/**
 * Groups in the order they are to be told: beyond chance first, the largest parts of the change of the whole
 * first.
 */
export const groupsOf = (compared: Compared): ChangeGroups =>
  columnsOf(
    rowsOf(compared).sort(
      (one, other) =>
        standing(one) - standing(other) || size(other) - size(one) || (one.group < other.group ? -1 : 1),
    ),
  );

/** An answer without groups. */
export const noGroups = columnsOf([]);

/** Every mark with its words, and how many groups have it. */
export const marksOf = ({ mark }: ChangeGroups): Change['marks'] =>
  changeMarks.map((name) => ({
    name,
    ...changeMarkWords[name],
    groups: mark.filter((each) => each === name).length,
  }));
