import type { RateGroups } from '@hotline-atlas/model';
import type { TrueUnit } from './truth-file.ts';

/** What was told of units, and how much of it is true. */
export interface RatesRecall {
  judged: number;
  /** Told to be truly lower or higher, and how many of them are not. */
  lower: number;
  lower_false: number;
  higher: number;
  higher_false: number;
  /** False ones, of all that was told: what q < 0.05 promises to keep at 5 %. */
  false_share: number;
  /** Judged units that fail a quarter more often than all together, and how many were told to be lower. */
  weak: number;
  weak_found: number;
  /** Judged units that fail a fifth less often, and how many were told to be higher. */
  strong: number;
  strong_found: number;
  /** Beyond the limits of 95 % below, the usual spread included, and how many of them are weak. */
  stand_out: number;
  stand_out_weak: number;
  /** Share of judged units whose true rank lies within their rank interval; 0.95 is promised. */
  rank_coverage: number;
}

interface JudgedUnit {
  /** Chance to stay unsolved, relative to all together on the same topics. */
  failure: number;
  verdict: RateGroups['verdict'][number];
  standsOut: boolean;
  rankLower: number;
  rankUpper: number;
}

const weakFrom = 1.25;
const strongUpTo = 0.8;

/** Units that were judged, their failure relative to that of all together. */
function judgedUnits(groups: RateGroups, units: readonly TrueUnit[]): JudgedUnit[] {
  const failures = new Map(units.map(({ code, failure }) => [code, failure]));
  const known = groups.group.flatMap((code, at) => {
    const failure = failures.get(code);
    return failure === undefined ? [] : [{ at, failure, size: groups.denominator[at] ?? 0 }];
  });
  const size = known.reduce((sum, each) => sum + each.size, 0);
  const mean = known.reduce((sum, each) => sum + each.size * each.failure, 0) / size;
  return known
    .filter(({ at }) => groups.verdict[at] !== 'small')
    .map(({ at, failure }) => ({
      failure: failure / mean,
      verdict: groups.verdict[at] ?? 'small',
      standsOut: groups.class[at] === 'worse' || groups.class[at] === 'far_worse',
      rankLower: groups.rank_lower[at] ?? 1,
      rankUpper: groups.rank_upper[at] ?? groups.group.length,
    }));
}

const share = (part: number, whole: number): number =>
  whole > 0 ? Math.round((1000 * part) / whole) / 1000 : 0;

function rankCoverage(judged: readonly JudgedUnit[]): number {
  const ranked = [...judged].sort((one, other) => one.failure - other.failure);
  const covered = ranked.filter(({ rankLower, rankUpper }, at) => rankLower <= at + 1 && at + 1 <= rankUpper);
  return share(covered.length, ranked.length);
}

/** Holds an answer against the truth: a unit told to be lower is truly so where it fails more often than all together. */
export function recallOfRates(groups: RateGroups, units: readonly TrueUnit[]): RatesRecall {
  const judged = judgedUnits(groups, units);
  const told = (name: JudgedUnit['verdict']) => judged.filter(({ verdict }) => verdict === name);
  const [lower, higher] = [told('lower'), told('higher')];
  const lowerFalse = lower.filter(({ failure }) => failure <= 1).length;
  const higherFalse = higher.filter(({ failure }) => failure >= 1).length;
  const isWeak = ({ failure }: JudgedUnit) => failure >= weakFrom;
  const isStrong = ({ failure }: JudgedUnit) => failure <= strongUpTo;
  const outside = judged.filter(({ standsOut }) => standsOut);
  return {
    judged: judged.length,
    lower: lower.length,
    lower_false: lowerFalse,
    higher: higher.length,
    higher_false: higherFalse,
    false_share: share(lowerFalse + higherFalse, lower.length + higher.length),
    weak: judged.filter(isWeak).length,
    weak_found: lower.filter(isWeak).length,
    strong: judged.filter(isStrong).length,
    strong_found: higher.filter(isStrong).length,
    stand_out: outside.length,
    stand_out_weak: outside.filter(isWeak).length,
    rank_coverage: rankCoverage(judged),
  };
}
