import type { Alarms, UnalarmedSeries } from '@hotline-atlas/model';
import type { Table } from '@hotline-atlas/ui/answer/table.ts';
import { dayLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { expectation, probability } from '../../judgement/numbers.ts';
import type { Screen } from '../../screen/screen.ts';
import { seriesName } from './alarmPlace.ts';
import type { AlarmWords } from './words.ts';

/** The alarms as a table, and after them what came nearest to one. */
export function alarmsTable(answer: Alarms, screen: Screen, words: AlarmWords): Table {
  const { language } = screen;
  const numeric = (name: string, label: string) => ({ name, label, numeric: true });
  const cells = (series: UnalarmedSeries) => [
    { raw: seriesName(series, screen, words), text: seriesName(series, screen, words) },
    { raw: series.observed, text: exact(series.observed, language) },
    { raw: series.expected, text: expectation(series.expected, language) },
    { raw: series.threshold, text: expectation(series.threshold, language) },
    { raw: series.q, text: probability(series.q, language) },
  ];
  return {
    columns: [
      { name: 'series', label: words.member, numeric: false },
      numeric('observed', words.cases.observed),
      numeric('expected', words.cases.expected),
      numeric('threshold', words.threshold),
      numeric('q', 'q'),
      { name: 'since', label: words.began, numeric: false, byValue: true },
    ],
    rows: [
      ...answer.alarms.map((alarm) => [
        ...cells(alarm),
        { raw: alarm.since, text: dayLabel(alarm.since, language) },
      ]),
      ...answer.nearest.map((series) => [...cells(series), { raw: null, text: words.quiet.noAlarm }]),
    ],
  };
}
