import type { EffectObstacle, EffectVerdict, MonthlyTopicEffect } from '@hotline-atlas/model';
import type { Gap, PlaceboTest, SyntheticControl, Work, WorkEffect } from '@hotline-atlas/statistics';
import { probability, rounded } from '../answer/numbers.ts';
import { type EffectJudged, fewestBefore } from './judge.ts';
import type { EffectMonths } from './months.ts';
import { fewestPlacebos } from './obstacles.ts';
import type { EffectPanel } from './panel.ts';
import type { EffectCounts } from './read.ts';

/** The gap before is too wide beyond: a third of the appeals, or ten points of a rate. */
const widestBefore = { counts: 0.3, rate: 0.1 } as const;
const level = 0.05;
const mostPlacebos = 100;
/** Weights below are left out of what is told. */
const leastWeight = 0.001;

/** What an effect rests on. */
export interface Found {
  months: EffectMonths;
  read: EffectCounts;
  panel: EffectPanel;
  judged: EffectJudged | null;
}

/** Gaps of logarithms are told as shares, those of rates as points. */
const toldAs =
  (isRate: boolean) =>
  (gap: number): number | null =>
    rounded(isRate || !Number.isFinite(gap) ? gap : Math.expm1(gap), 5);

const testOf = ({ p, placebos, leastP }: PlaceboTest) => ({
  p: probability(p),
  placebos,
  least_p: probability(leastP),
});

const isRateOf = ({ read }: Found): boolean => read.of !== null;

/** What the control lets expect of each month, in the unit of what was counted. */
function controlOf({ read, months }: Found, gap: Float64Array): number[] {
  return months.starts.map((_, month) => {
    const [count, of, apart] = [read.counts[month] ?? 0, read.of?.[month], gap[month] ?? 0];
    return of === undefined ? Math.max(0, (count + 0.5) * Math.exp(-apart) - 0.5) : count / of - apart;
  });
}

/** Months in columns. */
export function seriesOf(found: Found): MonthlyTopicEffect['series'] {
  const { months, read, judged } = found;
  const { starts, before } = months;
  const [synthetic, mean] = [judged?.now.synthetic.own.gap, judged?.now.difference.own.gap];
  const told = toldAs(isRateOf(found));
  const control = (gap: Float64Array | undefined) =>
    gap ? controlOf(found, gap).map((value) => rounded(value, isRateOf(found) ? 5 : 1)) : [];
  const unknown = starts.map(() => null);
  return {
    month: starts.map((start) => start.slice(0, 7)),
    after: starts.map((_, month) => month >= before),
    actual: starts.map((_, month) =>
      rounded((read.counts[month] ?? 0) / (read.of ? (read.of[month] ?? 0) : 1), 5),
    ),
    of: starts.map((_, month) => (read.of ?? read.counts)[month] ?? 0),
    control: synthetic ? control(synthetic) : unknown,
    gap: synthetic ? [...synthetic].map(told) : unknown,
    difference_control: mean ? control(mean) : unknown,
  };
}

/** Appeals more or fewer than the control had, in all months of the work together. */
function differenceOf(found: Found, gap: Float64Array): number | null {
  if (isRateOf(found)) return null;
  const { read, months } = found;
  const control = controlOf(found, gap);
  return rounded(
    control
      .slice(months.before)
      .reduce((sum, value, at) => sum + (read.counts[months.before + at] ?? 0) - value, 0),
    0,
  );
}

const estimateOf = ({ effect }: Gap, { lower, upper }: PlaceboTest, isRate: boolean) => {
  const told = toldAs(isRate);
  return { effect: told(effect), lower: told(lower), upper: told(upper) };
};

const weightsOf = ({ weights }: SyntheticControl, controls: readonly string[]) =>
  [...weights]
    .map((weight, at) => ({ control: controls[at] ?? '', weight: rounded(weight, 4) ?? 0 }))
    .filter(({ weight }) => weight >= leastWeight)
    .sort((one, other) => other.weight - one.weight);

export function syntheticOf(found: Found): MonthlyTopicEffect['synthetic'] {
  const { judged, panel } = found;
  if (!judged) return null;
  const { own, test } = judged.now.synthetic;
  return {
    weights: weightsOf(own, panel.controls),
    pre_error: rounded(own.preError, 5),
    post_error: rounded(own.postError, 5),
    ...estimateOf(own, test, isRateOf(found)),
    ...testOf(test),
    difference: differenceOf(found, own.gap),
  };
}

export function differenceInDifferencesOf(found: Found): MonthlyTopicEffect['difference_in_differences'] {
  const { judged, panel } = found;
  if (!judged) return null;
  const { own, test } = judged.now.difference;
  return { ...estimateOf(own, test, isRateOf(found)), ...testOf(test), controls: panel.controls.length };
}

export function placebosOf(found: Found): MonthlyTopicEffect['placebos_in_space'] {
  const { judged, panel } = found;
  if (!judged) return [];
  const { placebos, test } = judged.now.synthetic;
  const told = toldAs(isRateOf(found));
  return placebos
    .map(({ gap, effect, preError }, at) => ({
      control: panel.controls[at] ?? '',
      effect: told(effect) ?? 0,
      pre_error: rounded(preError, 5) ?? 0,
      ratio: rounded(test.ratios[at], 3) ?? 0,
      similar: test.similar[at] ?? false,
      gap: [...gap].map(told),
    }))
    .sort((one, other) => Math.abs(other.ratio) - Math.abs(one.ratio))
    .slice(0, mostPlacebos);
}

export function inTimeOf(found: Found): MonthlyTopicEffect['placebo_in_time'] {
  const { judged, months } = found;
  if (!judged?.earlier) return null;
  const { effect, before } = judged.earlier;
  const { own, test } = effect.synthetic;
  return {
    from: (months.starts[before] ?? '').slice(0, 7),
    ...estimateOf(own, test, isRateOf(found)),
    p: probability(test.p),
    months: months.before - before,
  };
}

/** Why nothing can be judged of months and counts; null where something can. */
export function obstacleBefore(
  months: EffectMonths | null,
  work: Work | null | undefined,
): EffectObstacle | null {
  if (!months) return 'not_begun';
  if (months.starts.length === months.before) return 'no_after';
  if (months.before < fewestBefore) return 'short_before';
  return work === null ? 'too_few' : null;
}

/** Why nothing can be said of what was judged; null where something can. */
export function obstacleAfter(found: Found): EffectObstacle | null {
  const { judged } = found;
  if (!judged) return 'few_controls';
  const { synthetic, difference } = judged.now;
  const earlier = judged.earlier?.effect.synthetic.test.p ?? 1;
  if (earlier <= level) return 'moved_before';
  if (synthetic.own.preError > widestBefore[isRateOf(found) ? 'rate' : 'counts']) return 'poor_fit';
  return Math.min(synthetic.test.placebos, difference.test.placebos) < fewestPlacebos ? 'few_controls' : null;
}

/** Both methods have to tell it, and in the same direction. */
export function verdictOf({ synthetic, difference }: WorkEffect): EffectVerdict {
  const same = Math.sign(synthetic.own.effect) === Math.sign(difference.own.effect);
  return same && synthetic.test.p <= level && difference.test.p <= level ? 'changed' : 'not_shown';
}
