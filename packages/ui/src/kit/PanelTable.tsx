import { useState } from 'react';
import { sortRows } from '../answer/sortRows.ts';
import type { Table } from '../answer/table.ts';
import { useLanguage, useWords } from '../words/dictionary.ts';
import { uiWords } from '../words/uiWords.ts';

interface Sorting {
  column: number;
  descending: boolean;
}

const ariaSort = (sorting: Sorting | null, column: number) =>
  sorting?.column !== column ? 'none' : sorting.descending ? 'descending' : 'ascending';

/** The table twin of a picture: same numbers, sortable. */
export function PanelTable({ table, caption }: { table: Table; caption: string }) {
  const words = useWords(uiWords);
  const language = useLanguage();
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const rows = sorting ? sortRows(table, sorting.column, sorting.descending, language) : table.rows;
  const sortBy = (column: number, numeric: boolean) =>
    setSorting((last) => ({ column, descending: last?.column === column ? !last.descending : numeric }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={caption}>
      <table>
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            {table.columns.map(({ name, label, numeric }, at) => (
              <th
                key={name}
                scope="col"
                aria-sort={ariaSort(sorting, at)}
                className={numeric ? 'number' : ''}
              >
                <button type="button" title={words.sortBy(label)} onClick={() => sortBy(at, numeric)}>
                  {label}
                  <span aria-hidden="true" className="sorted">
                    {sorting?.column === at ? (sorting.descending ? '▾' : '▴') : ''}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.map(({ raw }) => raw).join('\u0000')}>
              {row.map((cell, at) => (
                <td key={table.columns[at]?.name} className={table.columns[at]?.numeric ? 'number' : ''}>
                  {cell.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {table.total && (
          <tfoot>
            <tr>
              {table.total.map((cell, at) => (
                <td key={table.columns[at]?.name} className={table.columns[at]?.numeric ? 'number' : ''}>
                  {cell.text}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}
