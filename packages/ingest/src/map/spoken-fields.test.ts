import type { Source } from '@hotline-atlas/city';
import { expect, test } from 'vitest';
import { spokenFields } from './spoken-fields.ts';

const source = {
  fields: {
    id: { column: 'id' },
    kind: { constant: 'request' },
    latitude: { column: 'lat' },
    longitude: { column: 'lon' },
    status: { column: ['state', 'status'] },
  },
} as unknown as Source;
const said = (...columns: string[]) =>
  spokenFields(source, { columns: new Map(columns.map((name) => [name, name])) as never });

test('a file speaks of the fields it has a column for, and of those the source gives', () => {
  expect(said('id', 'status')).toEqual(['id', 'kind', 'status']);
});

test('one coordinate is no place: what was known of it stays', () => {
  expect(said('id', 'lat')).toEqual(['id', 'kind']);
  expect(said('id', 'lat', 'lon')).toEqual(['id', 'kind', 'latitude', 'longitude', 'point']);
});
