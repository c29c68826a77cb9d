import type { Table } from '../api/table.ts';

/** Spreadsheets run text that begins like this; a quote before it keeps it text. */
const formulaStart = /^[=+\-@\t\r]/;

export function csvField(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as CSV: names of values as on the screen, numbers in full, and lines saying what they are. */
export function csvOf(table: Table, remarks: readonly string[]): string {
  const header = table.columns.map(({ label }) => csvField(label)).join(',');
  const lines = table.rows.map((row) =>
    row.map((cell, at) => csvField(table.columns[at]?.numeric ? cell.raw : cell.text)).join(','),
  );
  const told = remarks.map((remark) => csvField(remark));
  return `\uFEFF${[header, ...lines, '', ...told].join('\r\n')}\r\n`;
}

/** Hands a text to the reader as a file. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
