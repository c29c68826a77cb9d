import { type ChangeMark, fewestAnnounced, isExcluded, type UnitEvaluation } from '@hotline-atlas/model';
import { falseDiscovery, shareScore } from '@hotline-atlas/statistics';
import { told } from '../answer/columns.ts';
import { twoSided } from '../ranking/told-apart.ts';
import type { Scored } from '../score/score-month.ts';

type ReasonOfUnit = NonNullable<UnitEvaluation['reasons']>[number];

interface Counts {
  reason: string;
  own: number;
  group: number;
}

/** Orders of each reason, of the unit and of the group with it. */
function countReasons({ tally }: Scored, unit: number): Counts[] {
  const counts = tally.reasons.map((reason) => ({ reason, own: 0, group: 0 }));
  tally.reason.forEach((reason, entry) => {
    const count = counts[reason];
    if (!count) return;
    count.group += tally.orders[entry] ?? 0;
    if (tally.unit[entry] === unit) count.own += tally.orders[entry] ?? 0;
  });
  return counts.filter(({ reason, group }) => reason !== '' && group > 0);
}

const markOf = (q: number, isFew: boolean): ChangeMark => {
  if (Number.isNaN(q) || isFew) return 'too_few';
  return q <= 0.05 ? 'beyond_chance' : 'chance';
};

/**
 * Why orders of a unit were excluded, and whether that is more often than of the rest of the group: Fisher's
 * exact test at mid-p, Benjamini-Hochberg over all reasons. The most orders first.
 * @param isGroupSeen whether whoever asks sees the details of the whole group
 */
export function reasonsOf(scored: Scored, unit: number, isGroupSeen: boolean): ReasonOfUnit[] {
  const { scheme, totals } = scored;
  const orders = totals.orders[unit] ?? 0;
  const all = totals.orders.reduce((sum, count) => sum + count, 0);
  const counts = countReasons(scored, unit).filter(({ own }) => isGroupSeen || own > 0);
  const isFew = orders < fewestAnnounced || all - orders < fewestAnnounced;
  const p = Float64Array.from(counts, ({ own, group }) =>
    isFew
      ? Number.NaN
      : twoSided(
          shareScore({ now: own, nowTrials: orders, before: group - own, beforeTrials: all - orders }),
        ),
  );
  const { q } = falseDiscovery(p);
  return counts
    .map(({ reason, own, group }, at): ReasonOfUnit => {
      const known = { reason, counts: isExcluded(scheme, reason), orders: own, share: told(own / orders, 6) };
      if (!isGroupSeen)
        return { ...known, group_orders: null, group_share: null, p: null, q: null, mark: null };
      return {
        ...known,
        ...{ group_orders: group, group_share: told(group / all, 6) },
        ...{ p: told(p[at], 6), q: told(q[at], 6), mark: markOf(q[at] ?? Number.NaN, isFew) },
      };
    })
    .sort((one, other) => other.orders - one.orders || (one.reason < other.reason ? -1 : 1));
}
