import type { Alarms } from '@hotline-atlas/model';
import type { Table } from '../api/table.ts';
import { dayLabel } from '../format/dates.ts';
import { exact } from '../format/numbers.ts';
import { expectation, probability } from '../judgement/numbers.ts';
import type { Words } from '../judgement/words/index.ts';
import type { Screen } from '../state/screen.ts';
import { seriesName } from './alarmPlace.ts';

/** The alarms as a table. */
export function alarmsTable(answer: Alarms, screen: Screen, words: Words): Table {
  const { language } = screen;
  const numeric = (name: string, label: string) => ({ name, label, numeric: true });
  return {
    columns: [
      { name: 'series', label: words.alarms.member, numeric: false },
      numeric('observed', words.alarms.observed),
      numeric('expected', words.alarms.expected),
      numeric('threshold', words.alarms.threshold),
      numeric('q', 'q'),
      { name: 'since', label: words.alarms.began, numeric: false },
    ],
    rows: answer.alarms.map((alarm) => [
      { raw: alarm.id, text: seriesName(alarm, screen, words) },
      { raw: alarm.observed, text: exact(alarm.observed, language) },
      { raw: alarm.expected, text: expectation(alarm.expected, language) },
      { raw: alarm.threshold, text: expectation(alarm.threshold, language) },
      { raw: alarm.q, text: probability(alarm.q, language) },
      { raw: alarm.since, text: dayLabel(alarm.since, language) },
    ]),
  };
}
