import { distinct, screenQuestions } from '@hotline-atlas/bench';
import { generationOfAll, generationOfYear, monthNumber, type Publication } from '@hotline-atlas/clickhouse';
import { yearsMostAskedFirst } from '@hotline-atlas/ingest';
import { everything, type Query } from '@hotline-atlas/model';
import { appealTable, historyOf, isOfYears, planQuery, readTables, type Table } from '@hotline-atlas/query';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRiverton, type Riverton } from '../riverton.ts';

let riverton: Riverton;
let tables: Table[];
let ofYears: string[];

beforeAll(async () => {
  riverton = await openRiverton('order_of_years');
  tables = await readTables(riverton.database);
  ofYears = tables.filter(isOfYears).map(({ name }) => name);
});
afterAll(() => riverton.close());

const [firstYear, years] = [2019, 6];
const generations = Array.from(
  { length: 12 * years },
  (_, at) => 4096 + monthNumber(`${firstYear}-01-01`) + at,
);
const summedUp = [
  ...Array.from({ length: years }, (_, at) => generationOfYear(9, firstYear + at)),
  generationOfAll(9),
];
const span = { firstDay: '2019-01-01', lastDay: '2024-12-31' };
const topics = { topic1: 'housing', topic2: 'housing.heating', topic3: 'housing.heating.cold' };
const choices = { ...topics, district: 'north', subdistrict: 'north-east', channel: 'phone' };
const queries = distinct(screenQuestions(choices, { ...span, completeTo: '2025-01-01' })).flatMap(
  ({ asked, whole }): Query[] => (asked.kind === 'query' && whole ? [asked.query] : []),
);

/** What is published when some tables of years are summed up. */
function publicationWith(filled: readonly string[]): Publication {
  const rows = (table: Table) => {
    if (table === appealTable) return generations.map(() => 2_000_000);
    if (!isOfYears(table)) return generations.map(() => 100_000);
    return filled.includes(table.name) ? summedUp.map(() => 1000) : [];
  };
  return {
    ...{ ...span, edition: 2, version: 1, published: '2025-01-02T00:00:00Z', generations, years: summedUp },
    ...{ appeals: 150_000_000, newestAppeal: '2024-12-31T00:00:00Z', synthetic: true },
    rows: Object.fromEntries(tables.map((table) => [table.name, rows(table)])),
  };
}

/** Questions about all history that read a table of a kind. */
function reading(filled: readonly string[], kind: (table: Table) => boolean): number {
  const history = historyOf(publicationWith(filled), riverton.city.time_zone);
  return queries.filter((query) => {
    const { reads } = planQuery(query, everything, history, riverton.city, tables);
    return Object.values(reads).some((pieces) => pieces?.some(({ table }) => kind(table)));
  }).length;
}

const isRows = ({ keys }: Table) => keys === null;
const isNotOfYears = (table: Table) => !isOfYears(table);

test('years are summed up in the order in which screens ask for them', () => {
  const [first = [], second = []] = yearsMostAskedFirst;
  expect(queries.length).toBeGreaterThan(100);
  expect(reading(first, isRows)).toBe(reading(ofYears, isRows));
  const filled = [...first];
  for (const next of second) {
    const others = ofYears.filter((table) => !filled.includes(table));
    const left = (table: string) => reading([...filled, table], isNotOfYears);
    expect(left(next), next).toBe(Math.min(...others.map(left)));
    expect(left(next), next).toBeLessThan(reading(filled, isNotOfYears));
    filled.push(next);
  }
  expect(reading(filled, isNotOfYears)).toBe(reading(ofYears, isNotOfYears));
});
