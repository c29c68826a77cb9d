import type { Trend } from '@hotline-atlas/model';
import { exact, formatExact, formatValue, percent } from '@hotline-atlas/ui/format/numbers.ts';
import type { Screen } from '../../screen/screen.ts';
import type { TrendWords } from './words.ts';

type Said = Pick<Screen, 'language' | 'metricLabel'>;
const sure = 0.05;

/** A difference in the unit of the metric; shares in percentage points. */
function differenceOf(value: number, unit: Trend['meta']['unit'], { language }: Said): string {
  if (unit !== 'share') return formatValue(value, unit, language);
  const points = percent(value, language).replace('%', '');
  return language === 'zh' ? `${points}个百分点` : `${points} pp`;
}

const perYear = { month: 12, week: 52, day: 364 } as const;

/** A yearly slope as a share of the mean of the latest year, where that is known. */
function shareOfLevel({ series, change, meta }: Trend, { language }: Said, words: TrendWords): string {
  const known = series.value.filter((value, at) => value !== null && series.state[at] === 'complete');
  const year = known.slice(-perYear[meta.grain]).map((value) => value ?? 0);
  const mean = year.reduce((sum, value) => sum + value, 0) / year.length;
  const slope = change?.slope_per_year ?? 0;
  if (!(mean > 0)) return '';
  const size = exact(Math.abs(slope / mean) * 100, language);
  return words.ofLevel(`${slope > 0 ? '+' : '\u2212'}${size}%`);
}

/** The finding: which way the metric goes, if it goes any way beyond chance. */
export function trendFinding(answer: Trend, said: Said, words: TrendWords): string {
  const { change, meta } = answer;
  const metric = said.metricLabel(meta.metric);
  if (!change) return words.plain(metric);
  if (change.p >= sure) return words.level(metric);
  const size = differenceOf(Math.abs(change.slope_per_year), meta.unit, said);
  if (meta.unit === 'count') {
    const tell = change.slope_per_year > 0 ? words.grows : words.shrinks;
    return tell(metric, words.perStep[meta.grain], size, shareOfLevel(answer, said, words));
  }
  return change.slope_per_year > 0 ? words.rising(metric, size) : words.falling(metric, size);
}

/** A value of the metric in full. */
export const trendValue = (value: number | null, { meta }: Trend, language: Screen['language']): string =>
  value === null ? '–' : formatExact(value, meta.unit, language);
