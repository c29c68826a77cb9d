import {
  type Answer,
  daysBetween,
  type MetricName,
  metricOf,
  type Period,
  shift,
} from '@hotline-atlas/model';
import { metricIn } from '@hotline-atlas/ui/answer/columns.ts';
import { type Ranked, rankedOf } from '@hotline-atlas/ui/answer/ranking.ts';
import { textIn } from '@hotline-atlas/ui/answer/row.ts';
import { weekdayLabel } from '@hotline-atlas/ui/format/dates.ts';
import { formatExact, formatValue } from '@hotline-atlas/ui/format/numbers.ts';
import { isPressed } from '@hotline-atlas/ui/kit/press.ts';
import { readableOn } from '@hotline-atlas/ui/theme/contrast.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { uiWords } from '@hotline-atlas/ui/words/uiWords.ts';
import { Fragment, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Path } from '../../address/path.ts';
import { useChosen } from '../../address/useChosen.ts';
import { useScreen } from '../../screen/screen.ts';
import { hourWords } from './words.ts';
import './hours.css';

const days = [1, 2, 3, 4, 5, 6, 7];
const hours = Array.from({ length: 24 }, (_, hour) => hour);

interface Grid {
  cells: Map<string, Ranked>;
  /** Days of the week of which a day has data. */
  known: ReadonlySet<number>;
  low: number;
  high: number;
}

/** Days of the week that spans of days touch; Monday is 1, Sunday 7. */
export const weekdaysIn = (spans: readonly Period[]): ReadonlySet<number> =>
  new Set(
    spans.flatMap(({ from, to }) =>
      Array.from(
        { length: Math.min(7, daysBetween(from, to)) },
        (_, at) => new Date(shift(from, 'day', at)).getUTCDay() || 7,
      ),
    ),
  );

/** Cells by `day hour`, and the ends of the scale; counts begin at one, for none is shown apart. */
export function gridOf(answer: Answer): Grid {
  const metric = metricIn(answer);
  const cells = new Map(
    answer.rows.map((row) => {
      const key = `${textIn(row, 'day_of_week')} ${textIn(row, 'hour_of_day')}`;
      return [key, rankedOf(row, key, metric, false)] as const;
    }),
  );
  const values = [...cells.values()].flatMap(({ value, tooFew }) =>
    value === null || tooFew ? [] : [value],
  );
  const high = values.length > 0 ? Math.max(...values) : 1;
  const low = metricOf(metric).unit === 'count' ? Math.min(1, high) : Math.min(...values, high);
  return { cells, known: weekdaysIn(answer.meta.covered.spans), low, high };
}

/** The step of a scale a value falls on. */
const stepOf = (value: number, { low, high }: Grid, steps: number) =>
  Math.min(steps - 1, Math.max(0, Math.floor(((value - low) / (high - low || 1)) * steps)));

const moves: Record<string, readonly [number, number]> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

const pathOf = (day: number, hour: number): Path => [
  { dimension: 'day_of_week', value: String(day) },
  { dimension: 'hour_of_day', value: String(hour) },
];

/** What a cell shows: a value, nothing counted, too few to read, or nothing known. */
export function shadeIn(
  grid: Grid,
  day: number,
  hour: number,
  metric: MetricName,
): 'value' | 'zero' | 'few' | 'none' {
  const cell = grid.cells.get(`${day} ${hour}`);
  const isSum = metricOf(metric).kind === 'sum';
  if (!cell) return isSum && grid.cells.size > 0 && grid.known.has(day) ? 'zero' : 'none';
  if (cell.value === null) return 'none';
  if (cell.tooFew) return 'few';
  return isSum && cell.value === 0 ? 'zero' : 'value';
}

interface CellProps {
  day: number;
  hour: number;
  grid: Grid;
  metric: ReturnType<typeof metricIn>;
  focusable: boolean;
  onFocus: () => void;
}

function HourCell({ day, hour, grid, metric, focusable, onFocus }: CellProps) {
  const words = useWords(hourWords);
  const { palette, language, toggle, prefetchToggle } = useScreen();
  const cell = grid.cells.get(`${day} ${hour}`);
  const { unit } = metricOf(metric);
  const value = cell && !cell.tooFew ? cell.value : null;
  const shade = shadeIn(grid, day, hour, metric);
  const color =
    shade === 'zero'
      ? palette.zero
      : value === null
        ? palette.noData
        : (palette.sequential[stepOf(value, grid, 6)] ?? palette.noData);
  const text =
    shade === 'zero' ? '0' : cell?.value === null || !cell ? '–' : formatExact(cell.value, unit, language);
  const path = pathOf(day, hour);
  const chosen = useChosen(path, 'hours');
  const label = words.cell(weekdayLabel(day, language, 'long'), hour, text);
  return (
    <td>
      <button
        type="button"
        tabIndex={focusable ? 0 : -1}
        aria-pressed={chosen}
        aria-label={label}
        title={cell?.tooFew ? `${label} (n < 30)` : label}
        data-cell={`${day} ${hour}`}
        className={shade === 'value' ? '' : `shade-${shade}`}
        style={{ backgroundColor: color, color: readableOn(color, palette.text, palette.surface) }}
        onFocus={onFocus}
        onPointerDown={(event) => isPressed(event) && prefetchToggle(path, 'hours')}
        onClick={() => toggle(path, 'hours')}
      />
    </td>
  );
}

function HoursLegend({ grid, metric }: { grid: Grid; metric: ReturnType<typeof metricIn> }) {
  const { map } = useWords(uiWords);
  const { palette, language } = useScreen();
  const { unit } = metricOf(metric);
  const cells = [...grid.cells.values()];
  const shades = new Set(days.flatMap((day) => hours.map((hour) => shadeIn(grid, day, hour, metric))));
  const texts = { zero: '0', few: map.tooFew, none: map.noData };
  return (
    <p className="scale">
      {cells.some(({ tooFew, value }) => !tooFew && value !== null) && (
        <>
          <span>{formatValue(grid.low, unit, language)}</span>
          {palette.sequential.map((color) => (
            <i key={color} style={{ background: color }} />
          ))}
          <span>{formatValue(grid.high, unit, language)}</span>
        </>
      )}
      {(['zero', 'few', 'none'] as const)
        .filter((shade) => shades.has(shade))
        .map((shade) => (
          <Fragment key={shade}>
            <i
              className={`shade-${shade}`}
              style={{ backgroundColor: shade === 'zero' ? palette.zero : palette.noData }}
            />
            <span>{texts[shade]}</span>
          </Fragment>
        ))}
    </p>
  );
}

function DayHeader({ day }: { day: number }) {
  const { language, toggle } = useScreen();
  const path: Path = [{ dimension: 'day_of_week', value: String(day) }];
  const chosen = useChosen(path, 'hours');
  return (
    <th scope="row">
      <button type="button" aria-pressed={chosen} onClick={() => toggle(path, 'hours')}>
        {weekdayLabel(day, language)}
      </button>
    </th>
  );
}

/** Where not all hours fit, the night is what is out of sight. */
function scrollToMorning(table: HTMLTableElement | null): void {
  const wrap = table?.parentElement;
  const [first, morning] = [0, 7].map((hour) => table?.querySelector(`[data-cell="1 ${hour}"]`));
  if (!wrap || !first || !morning) return;
  wrap.scrollLeft = morning.getBoundingClientRect().left - first.getBoundingClientRect().left;
}

/** Hour by weekday as a table of buttons: one is in the tab order, arrow keys reach the others. */
export function HoursGrid({ answer }: { answer: Answer }) {
  const words = useWords(hourWords);
  const [at, setAt] = useState({ day: 1, hour: 9 });
  const host = useRef<HTMLTableElement>(null);
  const grid = gridOf(answer);
  const metric = metricIn(answer);
  useLayoutEffect(() => scrollToMorning(host.current), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (!move || !(event.target as HTMLElement).dataset.cell) return;
    event.preventDefault();
    const day = Math.max(1, Math.min(7, at.day + move[0]));
    const hour = Math.max(0, Math.min(23, at.hour + move[1]));
    host.current?.querySelector<HTMLElement>(`[data-cell="${day} ${hour}"]`)?.focus();
  };
  return (
    <div className="hours-wrap">
      <table ref={host} className="hours" aria-label={words.grid} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <td />
            {hours.map((hour) => (
              <th key={hour} scope="col">
                {hour % 3 === 0 ? hour : <span className="hidden">{hour}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day}>
              <DayHeader day={day} />
              {hours.map((hour) => (
                <HourCell
                  key={hour}
                  day={day}
                  hour={hour}
                  grid={grid}
                  metric={metric}
                  focusable={at.day === day && at.hour === hour}
                  onFocus={() => setAt({ day, hour })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <HoursLegend grid={grid} metric={metric} />
    </div>
  );
}
