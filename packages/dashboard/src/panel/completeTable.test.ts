import type { Answer, DimensionName, MetricName } from '@hotline-atlas/model';
import { sortRows } from '@hotline-atlas/ui/answer/sortRows.ts';
import type { Table } from '@hotline-atlas/ui/answer/table.ts';
import { expect, test } from 'vitest';
import type { Screen } from '../screen/screen.ts';
import { en } from '../words/en.ts';
import { completeTable } from './completeTable.ts';
import { tableOf } from './tableOf.ts';

const screen = {
  language: 'en',
  messages: en,
  label: (_: DimensionName, code: string) => code.toUpperCase() || 'Unknown',
  metricLabel: (metric: MetricName) => metric,
} as unknown as Screen;

const answerOf = (dimension: DimensionName, rows: [string, number, number][]): Answer =>
  ({
    meta: {
      limited: false,
      columns: [
        { name: dimension, type: 'string', role: 'dimension', of: dimension },
        { name: 'resolution_rate', type: 'number', role: 'metric', of: 'resolution_rate' },
        { name: 'resolution_rate_numerator', type: 'number', role: 'numerator', of: 'resolution_rate' },
        { name: 'resolution_rate_denominator', type: 'number', role: 'denominator', of: 'resolution_rate' },
      ],
    },
    rows: rows.map(([code, yes, asked]) => ({
      [dimension]: code,
      resolution_rate: yes / asked,
      resolution_rate_numerator: yes,
      resolution_rate_denominator: asked,
    })),
  }) as unknown as Answer;

const texts = ({ rows }: Pick<Table, 'rows'>) => rows.map((row) => row.map(({ text }) => text));

test('a table has the order of its picture, the interval, the parts, a total, and the level below', () => {
  const districts = answerOf('district', [
    ['', 30, 40],
    ['b', 95, 100],
    ['a', 80, 100],
  ]);
  const below = answerOf('subdistrict', [['a1', 40, 50]]);
  const table = completeTable(districts, screen, [{ under: 'a', dimension: 'subdistrict', answer: below }]);
  expect(table.columns.map(({ name }) => name)).toEqual([
    'district',
    'subdistrict',
    'resolution_rate',
    'resolution_rate_95_low',
    'resolution_rate_95_high',
    'resolution_rate_numerator',
    'resolution_rate_denominator',
  ]);
  expect(texts(table)).toEqual([
    ['A', '', '80.0%', '71.1%', '86.7%', '80', '100'],
    ['A', 'A1', '80.0%', '67.0%', '88.8%', '40', '50'],
    ['B', '', '95.0%', '88.8%', '97.8%', '95', '100'],
    ['Unknown', '', '75.0%', '59.8%', '85.8%', '30', '40'],
  ]);
  expect(table.total?.map(({ text }) => text)).toEqual(['All together', '', '85.4%', '', '', '205', '240']);
});

test('months are sorted by time, names by the language of the reader, unknown last either way', () => {
  const table = tableOf(
    answerOf('month', [
      ['2024-02-01', 1, 2],
      ['2023-12-01', 1, 2],
      ['2024-01-01', 1, 2],
    ]),
    screen,
  );
  expect(sortRows(table, 0, false, 'en').map(([month]) => month?.raw)).toEqual([
    '2023-12-01',
    '2024-01-01',
    '2024-02-01',
  ]);
  const names: Table = {
    columns: [{ name: 'district', label: '', numeric: false }],
    rows: [['', '未知'], ...['朝阳区', '海淀区', '昌平区'].map((name) => [name, name])].map(
      ([raw = '', text = '']) => [{ raw, text }],
    ),
  };
  const sorted = (descending: boolean) => sortRows(names, 0, descending, 'zh').map(([cell]) => cell?.text);
  expect(sorted(false)).toEqual(['昌平区', '朝阳区', '海淀区', '未知']);
  expect(sorted(true)).toEqual(['海淀区', '朝阳区', '昌平区', '未知']);
});
