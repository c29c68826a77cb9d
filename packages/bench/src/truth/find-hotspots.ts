import { type Hotspots, type LocalDate, type Period, shift } from '@hotline-atlas/model';
import { gridDisk } from 'h3-js';
import type { Ask, Asking, Found, Known, Told } from './ask.ts';
import { isLasting } from './lasting.ts';
import type { Outbreak } from './truth-file.ts';

const resolution = 8;
const rings = 2;
const months = 12;
/** Bins from here on are q < 0.05. */
const surelyHot = 2;

const monthAfter = (day: LocalDate): LocalDate => shift(`${day.slice(0, 7)}-01`, 'month', 1);

/** The months judged when a day is asked about: those that end with its month. */
const hotspotSpan = (day: LocalDate): Period => {
  const to = monthAfter(day);
  return { from: shift(to, 'month', -months), to };
};

/** The question an analyst would put: a topic, by cell and month. */
function addressOf(topic: string, { from, to }: Period, { regimes }: Known): string {
  const dimension = `topic${topic.split('.').length}`;
  const without = regimes.length > 0 ? `&without_regimes=${regimes.join()}` : '';
  return `/api/hotspots?where=${dimension}:${topic}&resolution=${resolution}&step=month&from=${from}&to=${to}${without}`;
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

/**
 * Asks once; what is hot, and how much of it neither an outbreak of the topic nor the years before explain.
 */
async function askTopic(
  { ask, outbreaks, known }: Asking,
  topic: string,
  day: LocalDate,
): Promise<{ hot: Hot[]; told: Told }> {
  const span = hotspotSpan(day);
  const { answer, milliseconds } = await ask<Hotspots>(addressOf(topic, span, known));
  const hot = hotOf(answer);
  const own = outbreaks.filter((each) => each.topic === topic || each.topic.startsWith(`${topic}.`));
  const open = hot.filter(
    ({ cell, step }) => !own.some((each) => isDuring(each, step) && isNear(each, cell, rings)),
  );
  const lasting = await lastingAmong(ask, open, addressOf(topic, yearsBefore(known, span), known));
  const told: Told = { told: hot.length, lasting, unexplained: open.length - lasting, milliseconds };
  return { hot, told };
}

/** The first three years of the history, as far as they come before a span. */
function yearsBefore({ firstDay }: Known, { from }: Period): Period {
  const end = shift(firstDay, 'month', 36);
  return { from: firstDay, to: end < from ? end : from };
}

/** How many hot places had clearly more of the topic in the years before too, with those that touch them. */
async function lastingAmong(ask: Ask, hot: readonly Hot[], before: string): Promise<number> {
  if (hot.length === 0) return 0;
  const { places } = (await ask<Hotspots>(before)).answer;
  const rows = new Map(places.place.map((place, row) => [place, row]));
  const about = (values: readonly (number | null)[], cell: string) =>
    gridDisk(cell, 1).reduce((sum, near) => sum + (values[rows.get(near) ?? -1] ?? 0), 0);
  return hot.filter(({ cell }) => isLasting(about(places.count, cell), about(places.expected, cell))).length;
}

/** Whether the place of an outbreak, or one that touches it, is hot in a month of it. */
export async function findByHotspots(asking: Asking, outbreak: Outbreak): Promise<Found> {
  const { hot, told } = await askTopic(asking, outbreak.topic, outbreak.last_day);
  const found = hot.some(({ cell, step }) => isDuring(outbreak, step) && isNear(outbreak, cell, 1));
  const about = `${outbreak.kind} ${outbreak.first_day} ${outbreak.subdistrict}, ${outbreak.appeals} appeals`;
  return { outbreak: outbreak.outbreak, about, found, delay: null, asked: [told] };
}

/** The same question where nothing of the topic was planted. */
export async function quietHotspots(asking: Asking, topic: string, day: LocalDate): Promise<Found> {
  const { told } = await askTopic(asking, topic, day);
  return { outbreak: null, about: `${topic} ${day}`, found: false, delay: null, asked: [told] };
}
