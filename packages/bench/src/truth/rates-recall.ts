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
  /**
   * Judged units that fail a quarter more often than all on the same topics, and how many were told to be
   * lower.
   */
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

/** Orders of a unit on a topic. */
export interface Handled {
  unit: string;
  topic: string;
  orders: number;
}

function addTo(sums: Map<string, number>, name: string, amount: number): void {
  sums.set(name, (sums.get(name) ?? 0) + amount);
}

/**
 * How much more often than all on the same topics units fail: 1 is as often. Nothing else is known to differ
 * between units that handle the same.
 */
export function relativeFailures(
  units: readonly TrueUnit[],
  handled: readonly Handled[],
): Map<string, number> {
  const failures = new Map(units.map(({ code, failure }) => [code, failure]));
  const known = handled.filter(({ unit, orders }) => failures.has(unit) && orders > 0);
  const [orders, failed] = [new Map<string, number>(), new Map<string, number>()];
  for (const each of known) {
    addTo(orders, each.topic, each.orders);
    addTo(failed, each.topic, each.orders * (failures.get(each.unit) ?? 1));
  }
  const [own, others] = [new Map<string, number>(), new Map<string, number>()];
  for (const each of known) {
    addTo(own, each.unit, each.orders * (failures.get(each.unit) ?? 1));
    addTo(others, each.unit, (each.orders * (failed.get(each.topic) ?? 0)) / (orders.get(each.topic) ?? 1));
  }
  return new Map([...own].map(([unit, failure]) => [unit, failure / (others.get(unit) ?? 1)]));
}

interface JudgedUnit {
  /** Relative to all on the same topics. */
  failure: number;
  verdict: RateGroups['verdict'][number];
  standsOut: boolean;
  rankLower: number;
  rankUpper: number;
}

const weakFrom = 1.25;
const strongUpTo = 0.8;

function judgedUnits(groups: RateGroups, failures: ReadonlyMap<string, number>): JudgedUnit[] {
  return groups.group.flatMap((code, at) => {
    const [failure, verdict] = [failures.get(code), groups.verdict[at] ?? 'small'];
    if (failure === undefined || verdict === 'small') return [];
    return {
      failure,
      verdict,
      standsOut: groups.class[at] === 'worse' || groups.class[at] === 'far_worse',
      rankLower: groups.rank_lower[at] ?? 1,
      rankUpper: groups.rank_upper[at] ?? groups.group.length,
    };
  });
}

const share = (part: number, whole: number): number =>
  whole > 0 ? Math.round((1000 * part) / whole) / 1000 : 0;

function rankCoverage(judged: readonly JudgedUnit[]): number {
  const ranked = [...judged].sort((one, other) => one.failure - other.failure);
  const covered = ranked.filter(({ rankLower, rankUpper }, at) => rankLower <= at + 1 && at + 1 <= rankUpper);
  return share(covered.length, ranked.length);
}

/**
 * Holds an answer against the truth: a unit told to be lower is truly so where it fails more often than all
 * on the same topics.
 * @param failures relative ones, 1 is as often as all
 */
export function recallOfRates(groups: RateGroups, failures: ReadonlyMap<string, number>): RatesRecall {
  const judged = judgedUnits(groups, failures);
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
