import { type LocalDate, type Period, shift, type Watch } from '@hotline-atlas/model';
import type { Ask } from './ask.ts';
import { isActive } from './find-alarms.ts';
import type { Outbreak } from './truth-file.ts';

/** Days spread evenly over a span. */
export function daysOver(count: number, { from, to }: Period): LocalDate[] {
  const length = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  return Array.from({ length: count }, (_, index) =>
    shift(from, 'day', Math.floor(((index + 0.5) / count) * length)),
  );
}

/** Days spread over a span, each moved on to the next in whose step nothing was planted. */
export function quietDays(count: number, span: Period, watch: Watch, all: readonly Outbreak[]): LocalDate[] {
  const isQuiet = (day: LocalDate) => !all.some((each) => isActive(each, day, watch));
  const moved = daysOver(count, span).map((day) => {
    let next = day;
    while (next < span.to && !isQuiet(next)) next = shift(next, 'day', 1);
    return next;
  });
  return [...new Set(moved.filter((day) => day < span.to))];
}

const largest = 100;

/** Topics of the third level that never had an outbreak, spread over the hundred with most appeals. */
export async function quietTopics(
  ask: Ask,
  count: number,
  span: Period,
  all: readonly Outbreak[],
): Promise<string[]> {
  const { answer } = await ask<{ rows: { topic3: string }[] }>(
    `/api/query?metrics=appeals&by=topic3&from=${span.from}&to=${span.to}&order=-appeals&limit=${largest}`,
  );
  const topics = answer.rows
    .map(({ topic3 }) => topic3)
    .filter((topic) => topic !== '' && !all.some((each) => each.topic === topic));
  const apart = Math.max(1, topics.length / count);
  return Array.from({ length: Math.min(count, topics.length) }, (_, index) => {
    const topic = topics[Math.floor(index * apart)];
    if (topic === undefined) throw new RangeError(`There is no topic ${index}`);
    return topic;
  });
}
