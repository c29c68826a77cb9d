import { type Cluster, type Clusters, type LocalDate, type Period, shift } from '@hotline-atlas/model';
import { gridDisk } from 'h3-js';
import type { Asking, Found, Told } from './ask.ts';
import type { Outbreak } from './truth-file.ts';

const resolution = 7;
const level = 0.05;
const weeks = 26;

/** The weeks judged when a day is asked about: the half year that ends four weeks after it. */
const clusterSpan = (day: LocalDate): Period => {
  const to = shift(day, 'day', 28);
  return { from: shift(to, 'week', -weeks), to };
};

function addressOf(topic: string, day: LocalDate): string {
  const { from, to } = clusterSpan(day);
  const dimension = `topic${topic.split('.').length}`;
  return `/api/clusters?where=${dimension}:${topic}&resolution=${resolution}&step=week&from=${from}&to=${to}&limit=3`;
}

const meets = (cluster: Cluster, { cells, first_day, last_day }: Outbreak): boolean => {
  const near = gridDisk(cells[resolution] ?? '', 1);
  return (
    cluster.places.some((place) => near.includes(place)) &&
    cluster.period.from <= last_day &&
    first_day < cluster.period.to
  );
};

/** Asks once; the clusters with p ≤ 0.05, and how many of them no outbreak of the topic explains. */
async function askTopic({ ask, outbreaks }: Asking, topic: string, day: LocalDate) {
  const { answer, milliseconds } = await ask<Clusters>(addressOf(topic, day));
  const sure = answer.clusters.filter(({ p }) => p <= level);
  const own = outbreaks.filter((each) => each.topic === topic || each.topic.startsWith(`${topic}.`));
  const unexplained = sure.filter((cluster) => !own.some((each) => meets(cluster, each)));
  const told: Told = { told: sure.length, unexplained: unexplained.length, milliseconds };
  return { sure, told };
}

/** Whether one of the three most likely clusters with p ≤ 0.05 is the outbreak. */
export async function findByClusters(asking: Asking, outbreak: Outbreak): Promise<Found> {
  const { sure, told } = await askTopic(asking, outbreak.topic, outbreak.last_day);
  const found = sure.some((cluster) => meets(cluster, outbreak));
  const about = `${outbreak.kind} ${outbreak.first_day} ${outbreak.subdistrict}, ${outbreak.appeals} appeals`;
  return { outbreak: outbreak.outbreak, about, found, delay: null, asked: [told] };
}

/** The same question where nothing of the topic was planted. */
export async function quietClusters(asking: Asking, topic: string, day: LocalDate): Promise<Found> {
  const { told } = await askTopic(asking, topic, day);
  return { outbreak: null, about: `${topic} ${day}`, found: false, delay: null, asked: [told] };
}
