import { inThread } from '../threads/threads.ts';
import { type AlarmsInput, judgeSeasons, type Seasons } from './judge.ts';
import type { Exceeding } from './merge.ts';
import type { WatchedSeries } from './watched-series.ts';

/** What names a series. */
type Named = Pick<Exceeding, 'topic' | 'area' | 'district' | 'path'>;

const keyOf = ({ level, code }: Named['topic']): string => `${level}${code}`;

/**
 * The series of the whole city, all topics first, and which of them each series shares the topic of: −1 for
 * none.
 */
function citySeries(series: readonly Named[]): { rows: number[]; of: Int32Array } {
  const rows = [...series.keys()]
    .filter((row) => series[row]?.area.level === 'city')
    .sort((a, b) => (series[a]?.topic.level ?? 0) - (series[b]?.topic.level ?? 0) || a - b);
  const position = new Map(
    rows.map((row, index) => [keyOf(series[row]?.topic ?? { level: 0, code: '' }), index]),
  );
  return { rows, of: Int32Array.from(series, ({ topic }) => position.get(keyOf(topic)) ?? -1) };
}

/**
 * The series of the whole city some series share the topic of, that of all topics first; and which of them
 * each shares.
 */
export function seasonTopics(series: readonly Named[]): { series: Named[]; of: Int32Array } {
  const topics = new Map<string, Pick<Named, 'topic' | 'path'>>([
    ['0', { topic: { level: 0, code: '' }, path: [] }],
  ]);
  for (const { topic, path } of series) topics.set(keyOf(topic), { topic, path });
  const keys = [...topics.keys()];
  return {
    series: [...topics.values()].map((each) => ({
      ...each,
      area: { level: 'city', code: '' },
      district: '',
    })),
    of: Int32Array.from(series, ({ topic }) => keys.indexOf(keyOf(topic))),
  };
}

/** The season of every topic, as the whole city has it. */
export async function findSeasons(
  series: readonly WatchedSeries[],
  input: AlarmsInput,
  signal: AbortSignal,
): Promise<Seasons & { milliseconds: number }> {
  const began = performance.now();
  const { rows, of } = citySeries(series);
  const { steps, counts } = input;
  const own = new Uint32Array(rows.length * steps);
  rows.forEach((row, index) => {
    own.set(counts.subarray(row * steps, (row + 1) * steps), index * steps);
  });
  const curves = await inThread(judgeSeasons, { ...input, counts: own }, signal);
  return { curves, of, milliseconds: performance.now() - began };
}
