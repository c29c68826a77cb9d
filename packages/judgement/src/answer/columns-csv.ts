import { csvField } from '@hotline-atlas/model';

type Value = string | number | null;

/**
 * A file of columns of equal length, their names in the first line; a text that a spreadsheet would compute
 * is quoted.
 */
export function columnsCsv(columns: Record<string, readonly Value[]>): string {
  const [first = []] = Object.values(columns);
  const lines = first.map((_, row) =>
    Object.values(columns)
      .map((values) => csvField(values[row] ?? null))
      .join(','),
  );
  return `${[Object.keys(columns).join(','), ...lines].join('\n')}\n`;
}
