import { inLanguage, type Trend } from '@hotline-atlas/model';
import type { Cell, Table } from '@hotline-atlas/ui/answer/table.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { stepLabel } from '../../judgement/numbers.ts';
import type { Screen } from '../../screen/screen.ts';
import { pointsOf } from './trendCourse.ts';
import { trendValue } from './trendSentences.ts';
import type { TrendWords } from './words.ts';

type Language = Screen['language'];
const numeric = (name: string, label: string) => ({ name, label, numeric: true });

/** History, trend and forecast as a table. */
export function courseTable(answer: Trend, words: TrendWords, language: Language): Table {
  const value = (raw: number | null): Cell => ({ raw, text: trendValue(raw, answer, language) });
  return {
    columns: [
      { name: 'start', label: words.when, numeric: false, byValue: true },
      numeric('value', words.actual),
      numeric('trend', words.trend),
      numeric('forecast', words.forecast),
      numeric('low', `${words.interval('95%')} −`),
      numeric('high', `${words.interval('95%')} +`),
    ],
    rows: pointsOf(answer).map(({ start, value: observed, trend, mean, low, high }) => [
      { raw: start, text: stepLabel(start, answer.meta.grain, language) },
      ...[observed, trend, mean, low, high].map(value),
    ]),
  };
}

/** The parts as a table. */
export function partsTable(answer: Trend, words: TrendWords, language: Language): Table {
  const { series } = answer;
  const value = (raw: number | null | undefined): Cell => ({
    raw: raw ?? null,
    text: trendValue(raw ?? null, answer, language),
  });
  return {
    columns: [
      { name: 'start', label: words.when, numeric: false, byValue: true },
      numeric('trend', words.trend),
      numeric('seasonal', words.season),
      numeric('remainder', words.remainder),
      { name: 'unusual', label: words.unusual, numeric: false },
    ],
    rows: series.start.map((start, at) => [
      { raw: start, text: stepLabel(start, answer.meta.grain, language) },
      value(series.trend[at]),
      value(series.seasonal[at]),
      value(series.remainder[at]),
      { raw: series.unusual[at] ? 1 : 0, text: series.unusual[at] ? words.unusual : '' },
    ]),
  };
}

/** The models as a table. */
export const modelsTable = ({ forecast }: Trend, words: TrendWords, language: Language): Table => ({
  columns: [
    { name: 'model', label: words.model, numeric: false },
    numeric('error', words.error),
    numeric('scaled', words.scaled),
  ],
  rows: (forecast?.candidates ?? []).map((candidate) => [
    { raw: candidate.name, text: inLanguage(candidate.label, language) },
    ...[candidate.mean_absolute_error, candidate.mean_absolute_scaled_error].map((raw) => ({
      raw,
      text: raw === null ? '–' : exact(raw, language, 2),
    })),
  ]),
});
