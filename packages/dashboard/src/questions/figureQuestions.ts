import type { Grain, MetricName } from '@hotline-atlas/model';
import { type Comparison, type ShownMetric, shownMetrics } from '../address/shared.ts';
import type { Question } from './question.ts';

const tileCount = 6;

/** The first six metrics the city records, and the one chosen. */
export function tilesFor(recorded: ReadonlySet<MetricName> | null, chosen: ShownMetric): ShownMetric[] {
  const known = shownMetrics.filter((metric) => recorded === null || recorded.has(metric));
  const first = known.slice(0, tileCount);
  return first.includes(chosen) ? first : [...first.slice(0, tileCount - 1), chosen];
}

/** What the small print of the tiles and of the map needs besides. */
const smallPrint: readonly MetricName[] = ['direct_answer_share', 'not_located'];

/** All figures of the screen at once: tiles, titles and notes read the same answer. */
export const figuresQuestion = (tiles: readonly MetricName[], comparison: Comparison): Question => ({
  metrics: [...new Set([...tiles, ...smallPrint])],
  comparison,
});

/** Their course over time: the trend draws one of them large, the tiles all of them small. */
export const courseQuestion = (tiles: readonly MetricName[], grain: Grain): Question => ({
  metrics: tiles,
  by: [grain],
});
