import { draw } from './draw.ts';
import { areasServed, expectedOrders, type GamingSetting, gamingMonths, type PlannedGame } from './gaming.ts';
import { type PlannedOutbreak, spotsNear } from './outbreaks.ts';
import { spotsPerArea } from './spots.ts';

const label = { en: 'Closed again and again', zh: '反复办结' };

/** Days of the calls of one matter; none where it would outlast the history. */
function callDays(setting: GamingSetting, dates: readonly string[], names: (string | number)[]): string[] {
  const { calls, gap } = setting.calibration.gaming.kinds.closed_again;
  const count = calls[0] + Math.floor(draw('calls', ...names) * (calls[1] - calls[0] + 1));
  const days = [Math.floor(draw('first', ...names) * dates.length)];
  while (days.length < count) {
    const step = gap[0] + Math.floor(draw('gap', days.length, ...names) * (gap[1] - gap[0] + 1));
    days.push((days.at(-1) ?? 0) + step);
  }
  return days.flatMap((day) => dates[day] ?? []);
}

/** Topics of a unit with the share of its orders each has, the most frequent first. */
function topicsOf(setting: GamingSetting, { unit, from }: PlannedGame) {
  const orders = expectedOrders(setting, from)[unit - 1] ?? new Map<number, number>();
  return [...orders].sort(([one, a], [other, b]) => b - a || one - other);
}

function matter(setting: GamingSetting, game: PlannedGame, topic: number, number: number, dates: string[]) {
  const names = ['closed again', setting.seed, game.unit, number];
  const receiver = setting.receivers[topic];
  const served = receiver ? areasServed(setting, receiver, game.unit - 1) : [];
  const area = served[Math.floor(draw('area', ...names) * served.length)];
  const called = callDays(setting, dates, names);
  if (area === undefined || called.length < 2) return undefined;
  return {
    ...{ kind: 'closed_again', role: 'closed_again' as const, label, topic: topic + 1, area },
    spots: spotsNear(setting.spots, area, Math.floor(draw('spot', ...names) * spotsPerArea), 1),
    ...{ houses: 1, callers: 1, appeals: called.length, baseline: { topic3: 0, topic1: 0 } },
    days: called.map((date) => ({ date, appeals: 1 })),
  };
}

/**
 * The matters that units close again and again: calls of one person about one thing, planned like outbreaks.
 * Together they are the game's share of the unit's orders.
 */
export function closedAgain(setting: GamingSetting, games: readonly PlannedGame[]): PlannedOutbreak[] {
  const months = new Set(gamingMonths(setting));
  const dates = setting.demand.map(({ day }) => day.date).filter((date) => months.has(date.slice(0, 7)));
  return games
    .filter(({ kind }) => kind === 'closed_again')
    .flatMap((game) => {
      const topics = topicsOf(setting, game);
      const orders = topics.reduce((sum, [, each]) => sum + each, 0) * months.size;
      const wanted = (orders * game.strength) / (1 - game.strength);
      const planned: PlannedOutbreak[] = [];
      let calls = 0;
      for (let number = 0; calls < wanted && number < 2000; number += 1) {
        const [topic] = topics[number % Math.min(topics.length, 8)] ?? [];
        const made = topic === undefined ? undefined : matter(setting, game, topic, number, dates);
        if (made) planned.push(made);
        calls += made?.appeals ?? 0;
      }
      return planned;
    });
}
