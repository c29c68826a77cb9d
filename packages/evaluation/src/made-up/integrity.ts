import {
  type IntegrityCount,
  type IntegrityCounts,
  type IntegrityKind,
  integrityCountNames,
  integrityKinds,
  limitBins,
  type PastBase,
} from '@hotline-atlas/model';
import { seededRandom, type UniformRandom } from '@hotline-atlas/statistics';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** What a made-up month is like. */
export interface MadeUpIntegrity {
  units: number;
  seed: number;
  /** Of the true shares between clean units, as a logarithm of odds. */
  spread: number;
  /** Share of units that game, of all kinds in turn. */
  gaming: number;
}

/** How much of its orders, visits or replies a unit games, from the least to the most. */
const strengths: Record<IntegrityKind, readonly [number, number]> = {
  shrinking_base: [0.12, 0.3],
  odd_exclusions: [0.08, 0.2],
  early_closing: [0.2, 0.5],
  unreachable_visits: [0.15, 0.4],
  closed_again: [0.1, 0.25],
  textbook_digits: [0.4, 0.8],
  template_replies: [0.4, 0.8],
};

/** A unit that games, and how. */
export interface MadeUpGame {
  unit: number;
  kind: IntegrityKind;
  strength: number;
}

/** Rates of a clean unit in the middle, as those of the made-up history. */
const rates = {
  excluded: 0.03,
  visited: 0.87,
  unreached: 0.002,
  near: 0.006,
  lastHours: 0.02,
  again: 0.02,
  oneText: 0.04,
};
type Rates = { -readonly [Name in keyof typeof rates]: number };

const reasons = ['duplicate', 'outside_authority', 'withdrawn'] as const;
const strata = 3;
const monthsBefore = 12;

const shifted = (share: number, by: number): number =>
  1 / (1 + Math.exp(-(Math.log(share / (1 - share)) + by)));

interface Draws {
  random: UniformRandom;
  normal: () => number;
  chance: (share: number) => boolean;
}

function drawsOf(seed: number): Draws {
  const random = seededRandom(seed);
  return {
    random,
    normal: () => normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random())), 0, 1),
    chance: (share) => random() < share,
  };
}

/** A unit's own rates, which are its own for good. */
function ratesOf({ normal }: Draws, spread: number): Rates {
  const own = { ...rates };
  for (const name of Object.keys(rates) as (keyof Rates)[])
    own[name] = shifted(rates[name], spread * normal());
  return own;
}

/** One order as it is counted: what it counts for, and where it lies in the histograms. */
interface Order {
  counts: Partial<Record<IntegrityCount, number>>;
  reason: number;
  bin: number;
  minute: number;
  duration: number;
  isAgain: boolean;
  isOneText: boolean;
}

const partOfLimit = ({ normal, random }: Draws, near: number): number => {
  if (random() < near) return 1 - 0.02 * random();
  return Math.exp(-0.9 + 0.45 * normal());
};

/** Draws one order of a unit with some rates; what is gamed of it by a game. */
function orderOf(draws: Draws, own: Rates, game: MadeUpGame | undefined): Order {
  const { random, chance } = draws;
  const plays = (kind: IntegrityKind, share = 1) =>
    game?.kind === kind && chance(Math.min(1, share * game.strength));
  const shrinks = plays('shrinking_base');
  const isOdd = plays('odd_exclusions');
  const isExcluded = chance(own.excluded) || shrinks || isOdd;
  const isVisited = !isExcluded && chance(own.visited) && !plays('shrinking_base');
  const isUnreached = isVisited && (chance(own.unreached) || plays('unreachable_visits'));
  const part = plays('early_closing') ? 1 - 0.02 * random() : partOfLimit(draws, own.near);
  const isLimited = part <= 1;
  const isRound = plays('textbook_digits');
  const onHalfHour = isRound && chance(0.5);
  return {
    counts: {
      ...{ orders: 1, excluded: Number(isExcluded), done: Number(!isExcluded), closed: 1 },
      ...{ base: Number(isVisited && !isUnreached), unvisited: Number(!isExcluded && !isVisited) },
      ...{
        visits: Number(isVisited),
        unreached: Number(isUnreached),
        last_hours: Number(chance(own.lastHours)),
      },
      ...{ limited: Number(isLimited), near: Number(isLimited && part > 0.98) },
    },
    reason: isExcluded ? (isOdd ? 1 : Math.floor(random() * reasons.length)) : -1,
    bin: isLimited ? Math.min(limitBins - 1, Math.floor(part * limitBins)) : -1,
    minute: onHalfHour ? 30 * Number(chance(0.5)) : Math.floor(60 * random()),
    duration: isRound && !onHalfHour ? 0 : Math.floor(60 * random()),
    isAgain: chance(own.again) || plays('closed_again', 0.7),
    isOneText: chance(own.oneText) || plays('template_replies'),
  };
}

interface Growing {
  entries: Record<IntegrityCount, Float64Array>;
  excludedFor: Float64Array[];
  limit: Float64Array[];
  minutes: Float64Array[];
  durations: Float64Array[];
  again: Float64Array;
  oneText: Float64Array;
}

const add = (to: Float64Array | undefined, at: number, value: number): void => {
  if (to && at >= 0) to[at] = (to[at] ?? 0) + value;
};

function count(growing: Growing, order: Order, unit: number, stratum: number): void {
  const entry = unit * strata + stratum;
  for (const name of integrityCountNames) add(growing.entries[name], entry, order.counts[name] ?? 0);
  add(growing.excludedFor[order.reason], entry, 1);
  add(growing.limit[unit], order.bin, 1);
  add(growing.minutes[unit], order.minute, 1);
  add(growing.durations[unit], order.duration, 1);
  add(growing.again, unit, Number(order.isAgain));
  add(growing.oneText, unit, Number(order.isOneText));
}

const columns = (many: number, length: number): Float64Array[] =>
  Array.from({ length: many }, () => new Float64Array(length));

function growingOf(units: number): Growing {
  return {
    entries: Object.fromEntries(
      integrityCountNames.map((name) => [name, new Float64Array(units * strata)]),
    ) as Record<IntegrityCount, Float64Array>,
    excludedFor: columns(reasons.length, units * strata),
    ...{ limit: columns(units, limitBins), minutes: columns(units, 60), durations: columns(units, 60) },
    ...{ again: new Float64Array(units), oneText: new Float64Array(units) },
  };
}

/** Months before, of units that did not game yet; the whole city moves a little from month to month. */
function pastOf({ normal, chance }: Draws, own: readonly Rates[], sizes: readonly number[]): PastBase[] {
  return Array.from({ length: monthsBefore }, (_, at) => {
    const city = 0.2 * normal();
    const counted = own.map(({ excluded, visited }, unit) => {
      const share = shifted((1 - excluded) * visited, city + 0.08 * normal());
      let base = 0;
      for (let order = 0; order < (sizes[unit] ?? 0); order++) base += Number(chance(share));
      return base;
    });
    return { month: `month ${at}`, orders: Float64Array.from(sizes), base: Float64Array.from(counted) };
  });
}

function gamesOf({ random }: Draws, { units, gaming }: MadeUpIntegrity): MadeUpGame[] {
  const many = Math.round(units * gaming);
  const step = many > 0 ? Math.floor(units / many) : 0;
  const first = Math.floor(random() * integrityKinds.length);
  return Array.from({ length: many }, (_, at) => {
    const kind = integrityKinds[(first + at) % integrityKinds.length] ?? 'shrinking_base';
    const [low, high] = strengths[kind];
    return { unit: at * step, kind, strength: low * (high / low) ** random() };
  });
}

/**
 * A month of made-up units whose truth is known: clean ones, which differ as units do, and some that game. 60
 * orders and more a unit, three strata of different rates.
 */
export function madeUpIntegrity(asked: MadeUpIntegrity): { counts: IntegrityCounts; games: MadeUpGame[] } {
  const draws = drawsOf(asked.seed);
  const { units, spread } = asked;
  const sizes = Array.from({ length: units }, () => 60 + Math.round(Math.exp(4.6 + 0.9 * draws.normal())));
  const own = sizes.map(() => ratesOf(draws, spread));
  const games = gamesOf(draws, asked);
  const gameOf = new Map(games.map((game) => [game.unit, game]));
  const growing = growingOf(units);
  for (const [unit, size] of sizes.entries())
    for (let order = 0; order < size; order++) {
      const stratum = Math.floor(strata * draws.random() ** (1 + (unit % 3)));
      const of = own[unit] ?? rates;
      const harder = { ...of, excluded: shifted(of.excluded, 0.5 * (stratum - 1)) };
      count(growing, orderOf(draws, harder, gameOf.get(unit)), unit, stratum);
    }
  const { entries, ...rest } = growing;
  const [known, replies] = [Float64Array.from(sizes), Float64Array.from(sizes)];
  return {
    games,
    counts: {
      units: sizes.map((_, unit) => `unit-${unit}`),
      strata: Array.from({ length: strata }, (_, at) => String(at)),
      unit: Int32Array.from({ length: units * strata }, (_, entry) => Math.floor(entry / strata)),
      stratum: Int32Array.from({ length: units * strata }, (_, entry) => entry % strata),
      ...{ counts: entries, reasons, ...rest, known, replies },
      past: pastOf(draws, own, sizes),
    },
  };
}
