import {
  buckets,
  encodeClause,
  floorTo,
  type Period,
  type Repeats,
  type Repetition,
} from '@hotline-atlas/model';
import type { RepeatedAppeal } from '@hotline-atlas/query';
import { rounded } from '../answer/numbers.ts';
import type { Ranked } from './ranking.ts';

/** Places whose addresses have letters are known by them; a postcode is told, and names no place. */
const hasLetters = /\p{L}/u;
const mostTold = 100;

/** The value most appeals have; the newest of several, empty where none has any. */
function mostly(appeals: readonly RepeatedAppeal[], read: (appeal: RepeatedAppeal) => string): string {
  const counts = new Map<string, number>();
  for (const appeal of appeals) {
    const value = read(appeal);
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0] as [
    string,
    number,
  ])[0];
}

/** How many appeals came after an earlier one of the repetition was closed, of whichever callers. */
function cameBack(appeals: readonly RepeatedAppeal[], counts: (appeal: RepeatedAppeal) => boolean): number {
  const closings = appeals.filter((appeal) => appeal.closed > 0 && counts(appeal));
  return appeals.filter(({ received }) =>
    closings.some((earlier) => earlier.received < received && earlier.closed <= received),
  ).length;
}

function seriesOf(appeals: readonly RepeatedAppeal[], period: Period, grain: Repeats['meta']['grain']) {
  const start = buckets(period, grain);
  const counts = new Map<string, number>();
  for (const { day } of appeals) {
    const began = floorTo(day, grain);
    counts.set(began, (counts.get(began) ?? 0) + 1);
  }
  return { start, count: start.map((each) => counts.get(each) ?? 0) };
}

/** Clauses that hold all of the appeals, as fine as the place is known of each. */
function whereOf(appeals: readonly RepeatedAppeal[]): string[] {
  const clause = (dimension: 'topic2' | 'cell' | 'subdistrict' | 'district') => {
    const values = [...new Set(appeals.map((appeal) => appeal[dimension]))];
    return values.length === 1 && values[0] ? [encodeClause({ dimension, exclude: false, values })] : [];
  };
  const [place] = [...clause('cell'), ...clause('subdistrict'), ...clause('district')];
  return [...clause('topic2'), ...(place ? [place] : [])];
}

/** What is told of a repetition. @param appeals of it, the newest first */
export function repetitionOf(
  { kind, usual, excess, appeals: many }: Ranked,
  appeals: readonly RepeatedAppeal[],
  period: Period,
  grain: Repeats['meta']['grain'],
): Repetition {
  const callers = new Set(appeals.map(({ caller }) => caller).filter((caller) => caller !== ''));
  const days = appeals.map(({ day }) => day).sort();
  const address = mostly(appeals, (appeal) => appeal.address);
  const isPlace = kind === 'place';
  return {
    kind,
    id: `${kind}-${appeals[0]?.id ?? ''}`,
    topic1: mostly(appeals, ({ topic1 }) => topic1),
    topic2: mostly(appeals, ({ topic2 }) => topic2),
    topic3: mostly(appeals, ({ topic3 }) => topic3),
    caller: appeals[0]?.pseudonym ?? null,
    known_by: isPlace ? (hasLetters.test(address) ? 'address' : 'cell') : null,
    place: {
      district: mostly(appeals, ({ district }) => district),
      subdistrict: mostly(appeals, ({ subdistrict }) => subdistrict),
      address: address || null,
      cell: mostly(appeals, ({ cell }) => cell) || null,
    },
    unit: mostly(appeals, ({ unit }) => unit),
    appeals: many,
    callers: callers.size > 0 ? callers.size : null,
    usual: rounded(usual ?? Number.NaN, 3),
    excess: rounded(excess, 3) ?? 0,
    open: appeals.filter(({ open }) => open === 1).length,
    came_back: cameBack(appeals, () => true),
    came_back_resolved: cameBack(appeals, ({ resolved }) => resolved === 'yes'),
    first_day: days[0] ?? period.from,
    last_day: days.at(-1) ?? period.from,
    series: seriesOf(appeals, period, grain),
    newest: appeals
      .slice(0, mostTold)
      .map(({ id, day, status, topic3, unit }) => ({ id, day, status, topic3, unit })),
    ids: appeals.slice(0, mostTold).map(({ id }) => id),
    where: whereOf(appeals),
  };
}
