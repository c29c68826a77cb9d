import { type Hotspots, type LocalDate, shift } from '@hotline-atlas/model';
import { gridDisk } from 'h3-js';
import type { Ask, Found } from './ask.ts';
import type { Outbreak } from './truth-file.ts';

const resolution = 8;
const rings = 2;

const monthAfter = (day: LocalDate): LocalDate => shift(`${day.slice(0, 7)}-01`, 'month', 1);

/** The question an analyst would put: the topic, by cell, the twelve months that end with a day's. */
const addressOf = (topic: string, day: LocalDate): string => {
  const to = monthAfter(day);
  return `/api/hotspots?where=topic3:${topic}&resolution=${resolution}&step=month&from=${shift(to, 'month', -12)}&to=${to}`;
};

/** Hot places and steps, as cell and first day. */
function hotOf({ places, series, meta }: Hotspots): { cell: string; step: LocalDate }[] {
  return series.bin.flatMap((bin, index) => {
    const cell = places.place[Math.floor(index / meta.steps.length)];
    const step = meta.steps[index % meta.steps.length];
    return bin >= 2 && cell && step ? [{ cell, step }] : [];
  });
}

const near = (outbreak: Outbreak): Set<string> => new Set(gridDisk(outbreak.cells[resolution] ?? '', rings));

/** Hot spots at 95 % and more that no outbreak of the topic explains. */
const unexplained = (hot: ReturnType<typeof hotOf>, topic: string, all: readonly Outbreak[]) => {
  const own = all.filter((each) => each.topic === topic).map((each) => ({ each, cells: near(each) }));
  return hot.filter(
    ({ cell, step }) =>
      !own.some(
        ({ each, cells }) => cells.has(cell) && each.first_day < monthAfter(step) && step <= each.last_day,
      ),
  );
};

/** Whether the place of an outbreak, or one that touches it, is hot in a month of it. */
export async function findByHotspots(ask: Ask, outbreak: Outbreak, all: readonly Outbreak[]): Promise<Found> {
  const { answer, milliseconds } = await ask<Hotspots>(addressOf(outbreak.topic, outbreak.last_day));
  const hot = hotOf(answer);
  const cells = new Set(gridDisk(outbreak.cells[resolution] ?? '', 1));
  const found = hot.some(
    ({ cell, step }) => cells.has(cell) && outbreak.first_day < monthAfter(step) && step <= outbreak.last_day,
  );
  return {
    outbreak: outbreak.outbreak,
    found,
    delay: null,
    false: unexplained(hot, outbreak.topic, all).length,
    told: hot.length,
    milliseconds: [milliseconds],
  };
}

/** The same question for a year in which nothing of the topic was planted. */
export async function quietHotspots(
  ask: Ask,
  topic: string,
  day: LocalDate,
  all: readonly Outbreak[],
): Promise<Found> {
  const { answer, milliseconds } = await ask<Hotspots>(addressOf(topic, day));
  const hot = hotOf(answer);
  return {
    outbreak: null,
    found: false,
    delay: null,
    false: unexplained(hot, topic, all).length,
    told: hot.length,
    milliseconds: [milliseconds],
  };
}
