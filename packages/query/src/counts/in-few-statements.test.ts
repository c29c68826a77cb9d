import { everything, parseQuery } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { city, parameters, history as story } from '../../testing/story.ts';
import { type Plan, planQuery, sourcesOf } from '../plan/plan.ts';
import { rollupsFrom, type Table } from '../plan/table.ts';
import { inFewStatements } from './in-few-statements.ts';

const columns: Record<string, string[]> = {
  rollup_month_area: ['month', 'district', 'topic1', 'close_histogram'],
  rollup_year_area: ['year', 'district', 'topic1', 'close_histogram'],
  rollup_month_unit: ['month', 'unit'],
  rollup_year_unit: ['year', 'unit'],
};
const tables = rollupsFrom(
  Object.entries(columns).flatMap(([table, names]) => names.map((name) => ({ table, name }))),
);
const { generations, years } = story.publication;
const rows = {
  rollup_month_area: generations.map(() => 100),
  rollup_year_area: years.map(() => 100),
  rollup_month_unit: generations.map(() => 100),
  rollup_year_unit: years.map(() => 100),
};
const history = { ...story, publication: { ...story.publication, rows } };

function together(...addresses: string[]): string[] {
  const queries = addresses.map((address) =>
    parseQuery(parameters(`metrics=appeals&from=2022-01-01&to=2024-01-01&${address}`), []),
  );
  const plan = (query: (typeof queries)[number], from: readonly Table[]): Plan =>
    planQuery(query, everything, history, city, from);
  return inFewStatements(queries, plan, history, tables).flatMap(([, planned]) => sourcesOf(planned));
}

test('alone, or with others that have no months either, questions are answered by years', () => {
  expect(together('')).toEqual(['rollup_year_area']);
  expect(together('by=district', 'by=topic1', 'by=unit')).toEqual([
    'rollup_year_area',
    'rollup_year_area',
    'rollup_year_unit',
  ]);
});

test('figures are read with their course by month, in one statement, and the others stay with years', () => {
  expect(together('where=topic1:heating', 'where=topic1:heating&by=month', 'by=unit')).toEqual([
    'rollup_month_area',
    'rollup_month_area',
    'rollup_year_unit',
  ]);
});
