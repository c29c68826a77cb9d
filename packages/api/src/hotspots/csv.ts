import type { Hotspots } from '@hotline-atlas/model';

/** A file with one line a place; names of places are codes or H3 cells, so nothing has to be quoted but by rule. */
export function hotspotsCsv({ places }: Hotspots): string {
  const columns = Object.entries(places) as [string, (string | number | null)[]][];
  const lines = places.place.map((_, row) =>
    columns.map(([, values]) => cell(values[row] ?? null)).join(','),
  );
  return `${[columns.map(([name]) => name).join(','), ...lines].join('\n')}\n`;
}

function cell(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const harmless = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
