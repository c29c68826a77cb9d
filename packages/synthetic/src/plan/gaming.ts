import type { Calibration, GamingKind } from '../calibration.ts';
import type { PlanArray } from '../plan-table.ts';
import { areaSharesOf } from './area-shares.ts';
import { profiles } from './areas.ts';
import type { Month } from './calendar.ts';
import { draw } from './draw.ts';
import { consultationShare, consultationShares } from './kinds.ts';
import { expectedAppeals, type OutbreakSetting } from './outbreaks.ts';
import type { PlannedUnit, Receiver } from './units.ts';

/** One unit that games. */
export interface PlannedGame {
  /** Number of the unit, from 1. */
  unit: number;
  kind: GamingKind;
  from: Month;
  /** The month after the last. */
  to: Month;
  /** What it is a share of depends on the kind: see calibration/gaming.yaml. */
  strength: number;
}

/** What games are planned into. */
export interface GamingSetting extends OutbreakSetting {
  units: readonly PlannedUnit[];
  receivers: readonly Receiver[];
  months: readonly Month[];
}

/** In the order of the numbers in sql/gaming; 0 is none. */
export const gamingKinds: readonly GamingKind[] = [
  'shrinking_base',
  'odd_exclusions',
  'early_closing',
  'unreachable_visits',
  'closed_again',
  'textbook_digits',
  'template_replies',
];

const nextMonth = (month: Month): Month => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
};

/** The months in which units game: the last ones of a history. */
export function gamingMonths({ months, calibration }: GamingSetting): Month[] {
  const count = Math.min(calibration.gaming.months, Math.floor(months.length / 2));
  return count === 0 ? [] : months.slice(-count);
}

/** Numbers of the areas (from 1) whose orders on a topic go to a unit (from 0). */
export function areasServed(
  { areas, districts }: GamingSetting,
  { receiving, base }: Receiver,
  unit: number,
) {
  const numbers = areas.map((_, at) => at + 1);
  if (receiving === 'fixed') return unit === base - 1 ? numbers : [];
  if (receiving === 'subdistrict') return unit < areas.length ? [unit + 1] : [];
  const district = unit - base + 1;
  if (district < 1 || district > districts.length) return [];
  return numbers.filter((area) => areas[area - 1]?.district === district);
}

/** Orders expected in a month of each unit on each topic, by unit (from 0), then by topic (from 0). */
export function expectedOrders(setting: GamingSetting, month: Month): Map<number, number>[] {
  const { topics, receivers, areas, calibration, units } = setting;
  const appeals = expectedAppeals(setting, month);
  const shares = areaSharesOf(setting, Number(month.slice(0, 4)));
  const dispatched = calibration.assumed.dispatched[2024] ?? 0.4;
  const questions = consultationShares(topics, appeals, consultationShare(dispatched));
  const expected = units.map(() => new Map<number, number>());
  const add = (unit: number, topic: number, orders: number): void => {
    const known = expected[unit];
    known?.set(topic, (known.get(topic) ?? 0) + orders);
  };
  for (const [topic, { traits }] of topics.entries()) {
    const receiver = receivers[topic];
    const orders = (appeals[topic] ?? 0) * (1 - (questions[topic] ?? 0));
    if (!receiver) continue;
    const byArea = shares[profiles.indexOf(traits.place)] ?? [];
    if (receiver.receiving === 'fixed') add(receiver.base - 1, topic, orders);
    else
      for (const [at, { district }] of areas.entries())
        add(
          receiver.receiving === 'subdistrict' ? at : receiver.base + district - 1,
          topic,
          orders * (byArea[at] ?? 0),
        );
  }
  return expected;
}

const sumOf = (orders: Map<number, number>): number => [...orders.values()].reduce((a, b) => a + b, 0);

type Dealt = Pick<PlannedGame, 'unit' | 'kind' | 'strength'>;

function drawnGames(setting: GamingSetting, month: Month): Dealt[] {
  const { seed, units, calibration } = setting;
  const { fewest, units: each, share, kinds } = calibration.gaming;
  const large = expectedOrders(setting, month)
    .map((orders, unit) => ({ unit: unit + 1, orders: sumOf(orders), code: units[unit]?.code ?? '' }))
    .filter(({ orders }) => orders >= fewest)
    .sort((a, b) => draw('games', seed, a.code) - draw('games', seed, b.code));
  const ofEach = Math.min(each, Math.floor((large.length * share) / gamingKinds.length));
  return large.slice(0, ofEach * gamingKinds.length).map(({ unit, code }, at): Dealt => {
    const kind = gamingKinds[at % gamingKinds.length] ?? 'shrinking_base';
    const [low, high] = kinds[kind].strength;
    return { unit, kind, strength: low * (high / low) ** draw('strength', seed, code) };
  });
}

const namedGames = (units: readonly PlannedUnit[], { story }: Calibration['gaming']): Dealt[] =>
  story
    .map(({ unit, ...game }) => ({ ...game, unit: units.findIndex(({ code }) => code === unit) + 1 }))
    .filter(({ unit }) => unit > 0);

/** The units that game: with a story those it names, else drawn ones. */
export function plannedGames(setting: GamingSetting, story: boolean): PlannedGame[] {
  const months = gamingMonths(setting);
  const [from, to] = [months[0], months.at(-1)];
  if (from === undefined || to === undefined) return [];
  const games = story ? namedGames(setting.units, setting.calibration.gaming) : drawnGames(setting, from);
  return games
    .map(({ strength, ...game }) => ({
      ...game,
      from,
      to: nextMonth(to),
      strength: Number(strength.toFixed(3)),
    }))
    .sort((a, b) => a.unit - b.unit);
}

/** How much of its strength a game has in a month: a shrinking base begins with half. */
function strengthIn({ kind, from, to, strength }: PlannedGame, month: Month): number {
  if (month < from || month >= to) return 0;
  return kind === 'shrinking_base' && month === from ? strength / 2 : strength;
}

/** What sql/gaming needs in a month. */
export function gamingArrays(
  games: readonly PlannedGame[],
  units: readonly PlannedUnit[],
  outbreaks: readonly { role?: string }[],
  month: Month,
): PlanArray[] {
  const kinds = units.map(() => 0);
  const strengths = units.map(() => 0);
  for (const game of games) {
    kinds[game.unit - 1] = gamingKinds.indexOf(game.kind) + 1;
    strengths[game.unit - 1] = strengthIn(game, month);
  }
  const again = outbreaks.map(({ role }) => Number(role === 'closed_again'));
  return [
    { name: 'unit_games', column: 'whole', values: kinds },
    { name: 'unit_strengths', column: 'real', values: strengths },
    { name: 'outbreak_again', column: 'whole', values: [...again, 0] },
  ];
}

/** The single figures of sql/gaming. */
export function gamingFigures({ gaming }: Calibration): Record<string, number | string> {
  return {
    before_limit: gaming.kinds.early_closing.before,
    odd_reason: gaming.reason,
    one_reply: gaming.reply,
  };
}
