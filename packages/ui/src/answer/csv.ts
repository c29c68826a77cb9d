import { csvField } from '@hotline-atlas/model';
import type { Table, TableColumn } from './table.ts';

/**
 * How a column is written: numbers in full; names of values with their code before them, where those differ.
 */
interface Written {
  column: TableColumn;
  at: number;
  what: 'number' | 'code' | 'text';
}

function writtenOf({ columns, rows }: Table): Written[] {
  return columns.flatMap((column, at): Written[] => {
    if (column.numeric) return [{ column, at, what: 'number' }];
    const hasCodes = rows.some((row) => String(row[at]?.raw ?? '') !== row[at]?.text);
    const text: Written = { column, at, what: 'text' };
    return hasCodes ? [{ column, at, what: 'code' }, text] : [text];
  });
}

const oneLine = (text: string): string => text.replaceAll(/\s*[\r\n]+\s*/g, ' ');

/**
 * A table as CSV: first lines that begin with `#` and say what it is, then the names of the columns, then the
 * rows. Dates are ISO dates and values
 * their codes, each beside its name on the screen; numbers stand in full, without format.
 */
export function csvOf(table: Table, remarks: readonly string[]): string {
  const written = writtenOf(table);
  const header = written.map(({ column, what }) => csvField(what === 'code' ? column.name : column.label));
  const lines = table.rows.map((row) =>
    written
      .map(({ at, what }) => csvField((what === 'text' ? row[at]?.text : row[at]?.raw) ?? null))
      .join(','),
  );
  const told = remarks.map((remark) => `# ${oneLine(remark)}`);
  return `\uFEFF${[...told, header.join(','), ...lines].join('\r\n')}\r\n`;
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
