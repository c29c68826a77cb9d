type Value = string | number | null;

function cell(value: Value): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const harmless = /^[=+\-@＝＋－＠\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * A file of columns of equal length, their names in the first line; a text that a spreadsheet would compute
 * is quoted.
 */
export function columnsCsv(columns: Record<string, readonly Value[]>): string {
  const [first = []] = Object.values(columns);
  const lines = first.map((_, row) =>
    Object.values(columns)
      .map((values) => cell(values[row] ?? null))
      .join(','),
  );
  return `${[Object.keys(columns).join(','), ...lines].join('\n')}\n`;
}
