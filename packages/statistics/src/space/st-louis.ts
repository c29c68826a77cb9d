import { referenceText } from '../reference-data.ts';
import type { Outline } from './polygon-contiguity.ts';

/** For tests: the 78 counties about St Louis, with homicides and population (reference data). */
export interface Counties {
  outlines: Outline[];
  column: (name: string) => Float64Array;
}

const outlineOf = (wkt: string): Outline =>
  [...wkt.matchAll(/\(([^()]+)\)/g)].map(([, ring = '']) =>
    ring.split(',').map((point) => point.trim().split(/\s+/).map(Number)),
  );

/** Reads the counties; the first column is quoted, the others are not. */
export function readCounties(): Counties {
  const [header = '', ...lines] = referenceText('st-louis-homicides.csv.gz').trim().split(/\r?\n/);
  const names = header.split(',');
  const rows = lines.map((line) => {
    const [, wkt = '', rest = ''] = line.match(/^"([^"]*)",(.*)$/) ?? [];
    return [wkt, ...rest.split(',')];
  });
  return {
    outlines: rows.map(([wkt = '']) => outlineOf(wkt)),
    column: (name) => Float64Array.from(rows, (row) => Number(row[names.indexOf(name)])),
  };
}

/** Neighbours of each county as the GAL file lists them, numbered from 0. */
export function readQueenContiguity(): number[][] {
  const [, ...lines] = referenceText('st-louis-queen.gal').trim().split(/\r?\n/);
  const lists: number[][] = [];
  for (let line = 0; line < lines.length; line += 2) {
    const [place = 0] = (lines[line] ?? '').trim().split(/\s+/).map(Number);
    lists[place - 1] = (lines[line + 1] ?? '')
      .trim()
      .split(/\s+/)
      .map((other) => Number(other) - 1);
  }
  return lists;
}
