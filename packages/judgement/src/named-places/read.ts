import type { Clause, DimensionName, Point, Resolution } from '@hotline-atlas/model';
import { answerRows, planQuery } from '@hotline-atlas/query';
import { cellToLatLng } from 'h3-js';
import type { JudgementRun } from '../series/judgement-run.ts';

/** Where and for whom places are named. */
export type PlacesRun = JudgementRun & { timeZone: string };

/** Levels a place is named by, from the finest. */
export const levels = ['subdistrict', 'district'] as const;
export type Level = (typeof levels)[number];

/** Appeals of one cell in one area; of an unknown one where the code is empty. */
interface Share {
  cell: string;
  district: string;
  subdistrict: string;
  appeals: number;
}

const among = (dimension: DimensionName, values: readonly string[]): Clause => ({
  dimension,
  exclude: false,
  values: [...values],
});

async function counted(
  by: readonly DimensionName[],
  where: Clause,
  resolution: Resolution,
  run: PlacesRun,
): Promise<Share[]> {
  const { history, city, tables, scope } = run;
  const query = {
    metrics: ['appeals' as const],
    by: [...by],
    where: [where],
    withoutRegimes: [],
    order: [],
    resolution,
  };
  const plan = planQuery(query, scope, history, city, tables);
  const { rows } = await answerRows(plan, run);
  return rows.map((row) => ({
    cell: String(row.cell ?? ''),
    district: String(row.district ?? ''),
    subdistrict: String(row.subdistrict ?? ''),
    appeals: Number(row.appeals),
  }));
}

/** In which areas the appeals of some cells lie, over all history. */
export const readShares = (cells: readonly string[], resolution: Resolution, run: PlacesRun) =>
  counted(['cell', 'district', 'subdistrict'], among('cell', cells), resolution, run);

/** Coarse enough for everybody, and fine enough for the middle of an area. */
const middleResolution = 7;

/**
 * The middle of the appeals of each area: drawn outlines may be schematic, and say nothing of where an area
 * is.
 */
export async function readMiddles(
  level: Level,
  codes: readonly string[],
  run: PlacesRun,
): Promise<Map<string, Point>> {
  if (codes.length === 0) return new Map();
  const found = await counted(['cell', level], among(level, codes), middleResolution, run);
  const sums = new Map<string, { x: number; y: number; appeals: number }>();
  for (const share of found) {
    if (share.cell === '') continue;
    const [latitude, longitude] = cellToLatLng(share.cell);
    const sum = sums.get(share[level]) ?? { x: 0, y: 0, appeals: 0 };
    sum.x += longitude * share.appeals;
    sum.y += latitude * share.appeals;
    sum.appeals += share.appeals;
    sums.set(share[level], sum);
  }
  return new Map([...sums].map(([code, { x, y, appeals }]) => [code, [x / appeals, y / appeals]]));
}
