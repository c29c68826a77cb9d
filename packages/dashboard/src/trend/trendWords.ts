import type { Trend } from '@hotline-atlas/model';
import { formatExact, formatValue, percent } from '../format/numbers.ts';
import type { Words } from '../judgement/words/index.ts';
import type { Screen } from '../state/screen.ts';

type Said = Pick<Screen, 'language' | 'metricLabel'>;
const sure = 0.05;

/** A difference in the unit of the metric; shares in percentage points. */
function differenceOf(value: number, unit: Trend['meta']['unit'], { language }: Said): string {
  if (unit !== 'share') return formatValue(value, unit, language);
  const points = percent(value, language).replace('%', '');
  return language === 'zh' ? `${points}个百分点` : `${points} pp`;
}

/** The finding: which way the metric goes, if it goes any way beyond chance. */
export function trendFinding(answer: Trend, said: Said, words: Words): string {
  const { change, meta } = answer;
  const metric = said.metricLabel(meta.metric);
  if (!change) return words.trend.plain(metric);
  if (change.p >= sure) return words.trend.level(metric);
  const size = differenceOf(Math.abs(change.slope_per_year), meta.unit, said);
  return change.slope_per_year > 0 ? words.trend.rising(metric, size) : words.trend.falling(metric, size);
}

/** A value of the metric in full. */
export const trendValue = (value: number | null, { meta }: Trend, language: Screen['language']): string =>
  value === null ? '–' : formatExact(value, meta.unit, language);
