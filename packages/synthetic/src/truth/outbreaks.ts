import type { Database } from '@hotline-atlas/clickhouse';
import type { History } from '../plan/history.ts';
import { outbreakRows } from '../plan/outbreak-arrays.ts';
import type { PlannedOutbreak } from '../plan/outbreaks.ts';

/** Something that truly happened at one place in the history. */
export interface OutbreakTruth {
  /** Number in outbreak-appeals.csv. */
  outbreak: number;
  kind: string;
  label: { en: string; zh: string };
  topic: string;
  district: string;
  subdistrict: string;
  latitude: number;
  longitude: number;
  /** H3 cells of the centre, by resolution. */
  cells: Record<string, string>;
  first_day: string;
  last_day: string;
  /** Appeals it added, all of them made. */
  appeals: number;
  /** Appeals by day, from the first to the last. */
  days: number[];
  /**
   * Appeals the subdistrict was expected to have in the same days without it, on the topic and on its first
   * level.
   */
  baseline: { topic3: number; topic1: number };
  /** `appeals` / `baseline.topic1`. */
  relative_strength: number;
}

const resolutions = [7, 8, 9, 10];

async function cellsOf(database: Database, points: readonly { east: number; north: number }[]) {
  const { rows } = await database.rows<{ cells: Record<string, string> }>({
    sql: `SELECT mapFromArrays(arrayMap(r -> toString(r), resolutions), arrayMap(r -> h3ToString(geoToH3(latitude, longitude, r)), resolutions)) AS cells
FROM (SELECT latitude, longitude, {resolutions:Array(UInt8)} AS resolutions
FROM (SELECT {latitudes:Array(Float64)} AS latitude, {longitudes:Array(Float64)} AS longitude) ARRAY JOIN latitude, longitude)`,
    parameters: {
      latitudes: points.map(({ north }) => north),
      longitudes: points.map(({ east }) => east),
      resolutions,
    },
  });
  return rows.map(({ cells }) => cells);
}

const rounded = (value: number): number => Math.round(value * 1e3) / 1e3;

/** The outbreaks of a history of some roles, those that were drawn without one: place, time, size. */
export async function outbreakTruths(
  database: Database,
  history: History,
  roles: readonly PlannedOutbreak['role'][],
): Promise<OutbreakTruth[]> {
  const { topics, areas, districts, spots } = history;
  const wanted = history.outbreaks
    .map((outbreak, at) => ({ ...outbreak, number: at + 1 }))
    .filter(({ role }) => roles.includes(role));
  if (wanted.length === 0) return [];
  const centres = wanted.map((outbreak) => {
    const { east, north } = spots[(outbreak.spots[0] ?? 1) - 1] ?? { east: 0, north: 0 };
    return { east, north };
  });
  const cells = await cellsOf(database, centres);
  return wanted.map((outbreak, at): OutbreakTruth => {
    const area = areas[outbreak.area - 1];
    const centre = centres[at] ?? { east: 0, north: 0 };
    const { topic3, topic1 } = outbreak.baseline;
    return {
      outbreak: outbreak.number,
      kind: outbreak.kind,
      label: outbreak.label,
      topic: topics[outbreak.topic - 1]?.code ?? '',
      district: districts[(area?.district ?? 0) - 1]?.code ?? '',
      subdistrict: area?.code ?? '',
      latitude: centre.north,
      longitude: centre.east,
      cells: cells[at] ?? {},
      first_day: outbreak.days[0]?.date ?? '',
      last_day: outbreak.days.at(-1)?.date ?? '',
      appeals: outbreak.appeals,
      days: outbreak.days.map(({ appeals }) => appeals),
      baseline: { topic3: rounded(topic3), topic1: rounded(topic1) },
      relative_strength: rounded(outbreak.appeals / topic1),
    };
  });
}

/** The ids of all appeals of outbreaks, as CSV. */
export function outbreakAppeals(history: History): string {
  const { id_prefix: prefix } = history.calibration.assumed;
  const lines = history.months.flatMap((planned) =>
    outbreakRows(history, planned).map(({ outbreak, date, position }) => {
      const id = `${prefix}${date.replaceAll('-', '')}${String(position + 1).padStart(7, '0')}`;
      return `${outbreak},${id}\n`;
    }),
  );
  return `outbreak,id\n${lines.join('')}`;
}
