import type {
  Answer,
  Change,
  Clause,
  FindingFigure,
  FindingSentence,
  RateMetric,
} from '@hotline-atlas/model';
import { falseDiscovery } from '@hotline-atlas/statistics';
import { changed } from './figure.ts';
import { type ChangedGroup, namedGroups, ratedGroups } from './groups.ts';
import { groupsName, nameOf } from './names.ts';
import { nothingChanged, type OutcomeFigures, outcomeSentence } from './outcome.ts';
import { clauseOf, level, type Reading, readChange, readFigures } from './read.ts';
import type { Place } from './request.ts';

/** Rates whose changes are told, in the order in which they are. */
const told = ['satisfaction_rate', 'resolution_rate', 'on_time_rate'] as const satisfies RateMetric[];

/** Changes of one rate. */
export interface RateChange {
  metric: RateMetric;
  change: Change;
}

/** A change of a rate beyond chance, of a group or (null) of the whole. */
export interface Changed {
  metric: RateMetric;
  group: string | null;
  of: Omit<ChangedGroup, 'group' | 'contribution'>;
  change: Change;
}

/** Changes of the rates that the place has at all. */
export async function readRateChanges(place: Place | null, reading: Reading): Promise<RateChange[]> {
  const by = ratedGroups(place, reading.city);
  const changes = await Promise.all(
    told.map(async (metric) => ({ metric, change: await readChange(reading, { metric, by }) })),
  );
  return changes.filter(({ change }) => (change.whole?.now_denominator ?? 0) > 0);
}

/** Wholes beyond chance: the rates of a place are controlled together. */
function wholesChanged(changes: readonly RateChange[]): Changed[] {
  const { q } = falseDiscovery(Float64Array.from(changes, ({ change }) => change.whole?.p ?? Number.NaN));
  return changes.flatMap(({ metric, change }, at) => {
    const { whole } = change;
    return whole && (q[at] ?? 1) <= level
      ? [{ metric, group: null, of: { ...whole, q: q[at] ?? null }, change }]
      : [];
  });
}

const groupsChanged = (changes: readonly RateChange[]): Changed[] =>
  changes.flatMap(({ metric, change }) =>
    namedGroups(change)
      .filter(({ q }) => q !== null && q <= level)
      .map((of) => ({ metric, group: of.group, of, change })),
  );

const isFall = ({ of }: Changed): boolean => (of.change ?? 0) < 0;

/** Falls first, then those of the whole, then the most certain. */
const byWeight = (one: Changed, other: Changed): number =>
  Number(isFall(other)) - Number(isFall(one)) ||
  Number(other.group === null) - Number(one.group === null) ||
  (one.of.q ?? 1) - (other.of.q ?? 1) ||
  Math.abs(other.of.change ?? 0) - Math.abs(one.of.change ?? 0);

/** Every change of a rate beyond chance, the weightiest first. */
export const changedRates = (changes: readonly RateChange[]): Changed[] =>
  [...wholesChanged(changes), ...groupsChanged(changes)].sort(byWeight);

const testedIn = (change: Change): number => change.groups.p.filter((p) => p !== null).length;

/** A rate of a side as `/api/query` has it; null where nothing was counted. */
function rateIn(row: Answer['rows'][number] | undefined, side: string) {
  const [numerator, denominator] = [row?.[`${side}_numerator`], row?.[`${side}_denominator`]];
  if (typeof numerator !== 'number' || typeof denominator !== 'number' || denominator === 0) return null;
  return { value: numerator / denominator, numerator, denominator };
}

/** The rates of both whole periods, as they stand everywhere else, with the mark of the compared days. */
async function ofWholePeriods(
  paired: FindingFigure,
  also: readonly Clause[],
  reading: Reading,
): Promise<FindingFigure> {
  const { metric } = paired;
  const { rows } = await readFigures(reading, { metrics: [metric], by: [], compared: true, also });
  const [now, before] = [rateIn(rows[0], metric), rateIn(rows[0], `${metric}_before`)];
  if (!now || !before) return paired;
  return {
    ...paired,
    ...now,
    before: before.value,
    before_numerator: before.numerator,
    before_denominator: before.denominator,
    change: now.value - before.value,
  };
}

const wholeOf = async ({ metric, change }: RateChange, reading: Reading) => {
  const { period, compare } = reading;
  if (!change.whole) return null;
  return ofWholePeriods(changed({ name: 'whole', metric, period, compare }, change.whole), [], reading);
};

/** The figure of a change of a rate that is told. */
const changedFigure = ({ metric, group, of, change }: Changed, { period, compare }: Reading) =>
  changed(
    {
      ...{ name: 'outcome', metric, period, compare },
      ...{ dimension: group === null ? null : change.meta.by, group },
    },
    of,
  );

/**
 * What is told of a change of a rate: the rates of the whole periods. Where those moved the other way than
 * the days that are compared, the latter are told, and said to be.
 */
export async function outcomeFigures(one: Changed, more: number, reading: Reading): Promise<OutcomeFigures> {
  const { metric, group, change } = one;
  const { by } = change.meta;
  const paired = changedFigure(one, reading);
  const told = await ofWholePeriods(paired, group !== null && by ? [clauseOf(by, group)] : [], reading);
  const isSameWay = Math.sign(told.change ?? 0) === Math.sign(paired.change ?? 0);
  return {
    about:
      group !== null && by ? { dimension: by, value: group, label: nameOf(by, group, reading.city) } : null,
    metric,
    changed: isSameWay ? told : paired,
    likeDays: { ...paired, name: 'outcome_like_days' },
    isOfLikeDays: !isSameWay,
    whole: group === null ? null : await wholeOf({ metric, change }, reading),
    tested: {
      count: testedIn(change),
      name: groupsName(by ?? 'district', reading.city, testedIn(change)),
    },
    more,
  };
}

/** The sentence on the outcome; null where there is no such rate. */
export async function outcomeOf(
  changes: readonly RateChange[],
  reading: Reading,
): Promise<FindingSentence | null> {
  const [first] = changes;
  if (!first) return null;
  const [weightiest, ...others] = changedRates(changes);
  if (weightiest) return outcomeSentence(await outcomeFigures(weightiest, others.length, reading));
  const tested = Math.max(...changes.map(({ change }) => testedIn(change)));
  const areTested = changes.filter(({ change }) => testedIn(change) > 0 || change.whole?.mark !== 'too_few');
  const shown = areTested.length > 0 ? areTested : changes;
  const wholes = await Promise.all(shown.map((each) => wholeOf(each, reading)));
  return nothingChanged(
    shown.map(({ metric }) => metric),
    wholes.flatMap((each) => each ?? []),
    { count: tested, name: groupsName(first.change.meta.by ?? 'district', reading.city) },
    {
      isTooFew: areTested.length === 0,
      isRipe: shown.every(({ change }) => change.notice?.code !== 'not_ripe'),
    },
  );
}
