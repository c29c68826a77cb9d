import { type Cluster, type Clusters, type LocalDate, shift } from '@hotline-atlas/model';
import { gridDisk } from 'h3-js';
import type { Ask, Found } from './ask.ts';
import type { Outbreak } from './truth-file.ts';

const resolution = 7;
const level = 0.05;

/** The topic, by cell, the 26 weeks that end four weeks after a day. */
const addressOf = (topic: string, day: LocalDate): string => {
  const to = shift(day, 'day', 28);
  return `/api/clusters?where=topic3:${topic}&resolution=${resolution}&step=week&from=${shift(to, 'week', -26)}&to=${to}&limit=3`;
};

const meets = (cluster: Cluster, outbreak: Outbreak): boolean => {
  const cells = gridDisk(outbreak.cells[resolution] ?? '', 1);
  return (
    cluster.places.some((place) => cells.includes(place)) &&
    cluster.period.from <= outbreak.last_day &&
    outbreak.first_day < cluster.period.to
  );
};

const sure = ({ clusters }: Clusters): Cluster[] => clusters.filter(({ p }) => p <= level);

async function scan(ask: Ask, topic: string, day: LocalDate, all: readonly Outbreak[]) {
  const { answer, milliseconds } = await ask<Clusters>(addressOf(topic, day));
  const told = sure(answer);
  const wrong = told.filter((cluster) => !all.some((each) => each.topic === topic && meets(cluster, each)));
  return { told, wrong, milliseconds: [milliseconds] };
}

/** Whether one of the three most likely clusters with p ≤ 0.05 is the outbreak. */
export async function findByClusters(ask: Ask, outbreak: Outbreak, all: readonly Outbreak[]): Promise<Found> {
  const { told, wrong, milliseconds } = await scan(ask, outbreak.topic, outbreak.last_day, all);
  const found = told.some((cluster) => meets(cluster, outbreak));
  return {
    outbreak: outbreak.outbreak,
    found,
    delay: null,
    false: wrong.length,
    told: told.length,
    milliseconds,
  };
}

/** The same question for half a year in which nothing of the topic was planted. */
export async function quietClusters(
  ask: Ask,
  topic: string,
  day: LocalDate,
  all: readonly Outbreak[],
): Promise<Found> {
  const { told, wrong, milliseconds } = await scan(ask, topic, day, all);
  return { outbreak: null, found: false, delay: null, false: wrong.length, told: told.length, milliseconds };
}
