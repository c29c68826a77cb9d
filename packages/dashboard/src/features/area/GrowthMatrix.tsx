import {
  type ChangeMark,
  type DimensionName,
  type Growth,
  growthMarkWords,
  inLanguage,
  type Language,
} from '@hotline-atlas/model';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import type { KeyboardEvent } from 'react';
import { ValueLink } from '../../panel/ObjectLink.tsx';
import { useScreen } from '../../screen/screen.ts';
import type { Shown } from './asking.ts';
import { judgedWords } from './judged-words.ts';
import { OrdersLink } from './links.tsx';
import { clauseOf } from './useGrowth.ts';

const isMarked = (mark: ChangeMark | null | undefined): mark is 'beyond_chance' | 'provisional' =>
  mark === 'beyond_chance' || mark === 'provisional';

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** Arrows lead from one cell of the matrix to the next: it is one stop for the tab key. */
function moveFocus(event: KeyboardEvent<HTMLTableElement>): void {
  const step = steps[event.key];
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null;
  if (!step || !cell) return;
  const [row = 0, column = 0] = (cell.dataset.cell ?? '').split(' ').map(Number);
  const cells = event.currentTarget.querySelectorAll<HTMLElement>('[data-cell]');
  const at = (rows: number, columns: number) =>
    [...cells].find((each) => each.dataset.cell === `${rows} ${columns}`);
  for (let by = 1; by < 40; by++) {
    const next = at(row + step[0] * by, column + step[1] * by)?.querySelector('a');
    if (!next) continue;
    event.preventDefault();
    next.focus();
    return;
  }
}

interface CellProps {
  at: number;
  row: number;
  column: number;
  answer: Growth;
  shown: Shown;
  isFirst: boolean;
}

function Cell({ at, row, column, answer, shown, isFirst }: CellProps) {
  const { language, label, palette } = useScreen();
  const words = useWords(judgedWords).growth;
  const { cells, meta, rows, columns } = answer;
  const now = cells.now[at] ?? 0;
  const usual = cells.usual[at] ?? null;
  const mark = cells.mark[at];
  const usualText = usual === null ? '' : exact(usual, language);
  const [rowCode = null, columnCode = null] = [rows.value[row], columns.value[column]];
  const place = `${row} ${column}`;
  if (now === 0)
    return (
      <td className={isMarked(mark) ? `matrix-cell marked ${mark}` : 'matrix-cell'} data-cell={place}>
        <span className="none">·</span> <small>{usualText === '0' ? '' : usualText}</small>
      </td>
    );
  const name = words.cell(
    columnCode === null ? words.restColumn : label(meta.columns, columnCode),
    rowCode === null ? words.restColumn : label(meta.rows, rowCode),
    exact(now, language),
    usual === null ? words.noUsual : usualText,
  );
  const said = mark ? `${name}. ${inLanguage(growthMarkWords[mark].label, language)}` : name;
  const inside = (
    <>
      {isMarked(mark) && <span aria-hidden="true">{growthMarkWords[mark].symbol}</span>}
      <b>{exact(now, language)}</b>
    </>
  );
  const isRest = rowCode === null || columnCode === null;
  return (
    <td
      className={isMarked(mark) ? `matrix-cell marked ${mark}` : 'matrix-cell'}
      data-cell={place}
      title={said}
      {...(mark === 'beyond_chance' && { style: { background: palette.hot[0] } })}
    >
      {isRest ? (
        inside
      ) : (
        <OrdersLink
          where={[...shown.where, ...clauseOf(meta.rows, rowCode), ...clauseOf(meta.columns, columnCode)]}
          days={meta.period}
          label={said}
          {...(!isFirst && { tabIndex: -1 })}
        >
          {inside}
        </OrdersLink>
      )}{' '}
      <small>{usualText}</small>
    </td>
  );
}

/** With its sign; next to nothing is nothing. */
const signed = (value: number, language: Language): string => {
  const whole = Math.round(value) || 0;
  return (whole > 0 ? '+' : '') + exact(whole, language);
};

function Total({ answer, row, shown }: { answer: Growth; row: number; shown: Shown }) {
  const { language } = useScreen();
  const { rows, meta } = answer;
  const [code = null, now = 0, mark, change = null] = [
    rows.value[row],
    rows.now[row],
    rows.mark[row],
    rows.change[row],
  ];
  const text = (
    <>
      {isMarked(mark) && <span aria-hidden="true">{growthMarkWords[mark].symbol}</span>}
      <b>{exact(now, language)}</b>
    </>
  );
  return (
    <>
      <td className="matrix-all">
        {code === null ? (
          text
        ) : (
          <OrdersLink where={[...shown.where, ...clauseOf(meta.rows, code)]} days={meta.period}>
            {text}
          </OrdersLink>
        )}
      </td>
      <td className="matrix-change">{change === null ? '' : signed(change, language)}</td>
    </>
  );
}

/** The heading of the table says that they are subdistricts. */
const kindOfPlace = / (Subdistrict|Area|Town)$/;

function RowName({ dimension, code }: { dimension: DimensionName; code: string }) {
  const { label } = useScreen();
  const name = label(dimension, code);
  return (
    <span title={name}>
      <ValueLink dimension={dimension} code={code}>
        {name.replace(kindOfPlace, '')}
      </ValueLink>
    </span>
  );
}

/** Rows against columns: what was received, and small the usual; marked only beyond chance. */
export function GrowthMatrix({ answer, shown }: { answer: Growth; shown: Shown }) {
  const { language } = useScreen();
  const words = useWords(judgedWords).growth;
  const { rows, columns, meta } = answer;
  const width = columns.value.length;
  // A rest that holds nothing is no row and no column.
  const isShown = ({ value, now }: { value: (string | null)[]; now: number[] }, at: number) =>
    value[at] !== null || (now[at] ?? 0) > 0;
  const rowsShown = rows.value.flatMap((_, at) => (isShown(rows, at) ? [at] : []));
  const columnsShown = columns.value.flatMap((_, at) => (isShown(columns, at) ? [at] : []));
  return (
    <div className="matrix-scroll">
      <table className={`matrix by-${meta.rows}`} aria-label={words.table} onKeyDown={moveFocus}>
        <thead>
          <tr>
            <td />
            <th scope="col" className="matrix-all">
              {words.all}
            </th>
            <th scope="col" className="matrix-change">
              {meta.compared_period && words.change(periodLabel(meta.compared_period, language))}
            </th>
            {columnsShown.map((column) => {
              const code = columns.value[column] ?? null;
              return (
                <th key={code ?? 'rest'} scope="col">
                  {code === null ? words.restColumn : <ValueLink dimension={meta.columns} code={code} />}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rowsShown.map((row) => {
            const code = rows.value[row] ?? null;
            return (
              <tr key={code ?? 'rest'} className={code === null ? 'rest' : ''}>
                <th scope="row">
                  {code === null ? (
                    words.rest(exact(meta.rest.rows.values, language))
                  ) : (
                    <RowName dimension={meta.rows} code={code} />
                  )}
                </th>
                <Total answer={answer} row={row} shown={shown} />
                {columnsShown.map((column) => (
                  <Cell
                    key={columns.value[column] ?? 'rest'}
                    at={row * width + column}
                    row={row}
                    column={column}
                    answer={answer}
                    shown={shown}
                    isFirst={row === rowsShown[0] && column === columnsShown[0]}
                  />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
