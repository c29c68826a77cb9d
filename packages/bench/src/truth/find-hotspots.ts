import { type Hotspots, type LocalDate, shift } from '@hotline-atlas/model';
import { gridDisk } from 'h3-js';
import type { Ask, Found, Told } from './ask.ts';
import type { Outbreak } from './truth-file.ts';

const resolution = 8;
const rings = 2;
const months = 12;
/** Bins from here on are q < 0.05. */
const surelyHot = 2;

const monthAfter = (day: LocalDate): LocalDate => shift(`${day.slice(0, 7)}-01`, 'month', 1);

/** The months judged when a day is asked about: those that end with its month. */
export const hotspotSpan = (day: LocalDate): { from: LocalDate; to: LocalDate } => {
  const to = monthAfter(day);
  return { from: shift(to, 'month', -months), to };
};

/** The question an analyst would put: the topic, by cell, the twelve months that end with a day's. */
function addressOf(topic: string, day: LocalDate): string {
  const { from, to } = hotspotSpan(day);
  const dimension = `topic${topic.split('.').length}`;
  return `/api/hotspots?where=${dimension}:${topic}&resolution=${resolution}&step=month&from=${from}&to=${to}`;
}

interface Hot {
  cell: string;
  step: LocalDate;
}

function hotOf({ places, series, meta }: Hotspots): Hot[] {
  return series.bin.flatMap((bin, index) => {
    const cell = places.place[Math.floor(index / meta.steps.length)];
    const step = meta.steps[index % meta.steps.length];
    return bin >= surelyHot && cell && step ? [{ cell, step }] : [];
  });
}

const isDuring = ({ first_day, last_day }: Outbreak, step: LocalDate): boolean =>
  first_day < monthAfter(step) && step <= last_day;

const isNear = ({ cells }: Outbreak, cell: string, within: number): boolean =>
  gridDisk(cells[resolution] ?? '', within).includes(cell);

/** Asks once; what is hot, and how much of it no outbreak of the topic explains. */
async function askTopic(ask: Ask, topic: string, day: LocalDate, all: readonly Outbreak[]) {
  const { answer, milliseconds } = await ask<Hotspots>(addressOf(topic, day));
  const hot = hotOf(answer);
  const own = all.filter((each) => each.topic === topic || each.topic.startsWith(`${topic}.`));
  const unexplained = hot.filter(
    ({ cell, step }) => !own.some((each) => isDuring(each, step) && isNear(each, cell, rings)),
  );
  const told: Told = { told: hot.length, unexplained: unexplained.length, milliseconds };
  return { hot, told };
}

/** Whether the place of an outbreak, or one that touches it, is hot in a month of it. */
export async function findByHotspots(ask: Ask, outbreak: Outbreak, all: readonly Outbreak[]): Promise<Found> {
  const { hot, told } = await askTopic(ask, outbreak.topic, outbreak.last_day, all);
  const found = hot.some(({ cell, step }) => isDuring(outbreak, step) && isNear(outbreak, cell, 1));
  const about = `${outbreak.kind} ${outbreak.first_day} ${outbreak.subdistrict}, ${outbreak.appeals} appeals`;
  return { outbreak: outbreak.outbreak, about, found, delay: null, asked: [told] };
}

/** The same question where nothing of the topic was planted. */
export async function quietHotspots(
  ask: Ask,
  topic: string,
  day: LocalDate,
  all: readonly Outbreak[],
): Promise<Found> {
  const { told } = await askTopic(ask, topic, day, all);
  return { outbreak: null, about: `${topic} ${day}`, found: false, delay: null, asked: [told] };
}
