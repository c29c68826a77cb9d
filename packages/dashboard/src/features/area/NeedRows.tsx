import type { Clause, Page, Repetition } from '@hotline-atlas/model';
import { dayLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useMemo } from 'react';
import { ValueLink } from '../../panel/ObjectLink.tsx';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { matterOf } from '../appeals/matter.ts';
import { fieldText } from '../appeals/useAppeals.ts';
import { type DueScale, dueScale, dueText, leftUntil, spanText } from './dueText.ts';
import { OrderLink } from './links.tsx';
import { areaPageWords } from './words.ts';

/** A row of the list: an order, when it is due, and what is special about it. */
interface NeedRow {
  id: string;
  /** Milliseconds; null where it has no time limit. */
  left: number | null;
  /** What stands in place of the due time. */
  instead: string;
  matter: string;
  subdistrict: string;
  district: string;
  address: string;
  unit: string;
  signs: readonly string[];
}

/** The orders of a page as rows. @param calls how often callers called about an order, by its number */
function rowsOf({ rows, meta }: Page, calls: ReadonlyMap<string, number>, screen: Screen): NeedRow[] {
  const { needs } = areaPageWords[screen.language];
  const at = meta.due_at ?? meta.as_of.newest_appeal ?? '';
  return rows.map((appeal) => {
    const id = fieldText(appeal, 'id');
    const left = leftUntil(fieldText(appeal, 'due'), at, meta.time_zone);
    const open = leftUntil(fieldText(appeal, 'received'), at, meta.time_zone);
    const called = calls.get(id) ?? 1;
    return {
      id,
      left,
      instead: open === null ? needs.noLimit : needs.openFor(spanText(open, screen.language)),
      matter: matterOf(appeal, screen) || '–',
      subdistrict: fieldText(appeal, 'subdistrict'),
      district: fieldText(appeal, 'district'),
      address: fieldText(appeal, 'address'),
      unit: fieldText(appeal, 'unit'),
      signs: [
        ...(called > 1 ? [needs.calls(exact(called, screen.language))] : []),
        ...(fieldText(appeal, 'status') === 'reopened' ? [needs.reopened] : []),
      ],
    };
  });
}

/** Open orders of repetitions as rows, the newest of each first. */
export function rowsOfRepetitions(repetitions: readonly Repetition[], screen: Screen): NeedRow[] {
  const { needs } = areaPageWords[screen.language];
  return repetitions.flatMap(({ newest, topic3, topic2, place, appeals }) =>
    newest
      .filter(({ status }) => status !== 'closed')
      .map(
        (each): NeedRow => ({
          id: each.id,
          left: null,
          instead: dayLabel(each.day, screen.language),
          matter: topic3 ? screen.label('topic3', topic3) : screen.label('topic2', topic2),
          subdistrict: place.subdistrict,
          district: place.district,
          address: place.address ?? '',
          unit: each.unit,
          signs: [
            needs.calls(exact(appeals, screen.language)),
            ...(each.status === 'reopened' ? [needs.reopened] : []),
          ],
        }),
      ),
  );
}

/** To the left of the due line where it is late, to the right where time is left; one scale for all rows. */
function DueBar({ left, scale }: { left: number | null; scale: DueScale }) {
  const whole = scale.late + scale.left || 1;
  const line = (100 * scale.late) / whole;
  const length = (100 * Math.abs(left ?? 0)) / whole;
  return (
    <span className="due-bar" aria-hidden="true">
      {left !== null && (
        <i
          className={left < 0 ? 'late' : 'left'}
          style={{ insetInlineStart: `${left < 0 ? line - length : line}%`, inlineSize: `${length}%` }}
        />
      )}
      <i className="due-line" style={{ insetInlineStart: `${line}%` }} />
    </span>
  );
}

function DueAxis({ scale }: { scale: DueScale }) {
  const { language } = useScreen();
  const { needs } = useWords(areaPageWords);
  const whole = scale.late + scale.left || 1;
  return (
    <span className="due-axis" aria-hidden="true">
      {scale.ticks.map((tick) => (
        <span key={tick} style={{ insetInlineStart: `${(100 * (scale.late + tick)) / whole}%` }}>
          {tick === 0 ? needs.dueLine : spanText(tick, language)}
        </span>
      ))}
    </span>
  );
}

interface OrderProps {
  row: NeedRow;
  scale: DueScale | null;
  /** The clauses of the list it stands in; none where it is in none. */
  where: readonly Clause[];
}

function Order({ row, scale, where }: OrderProps) {
  const { language, label } = useScreen();
  const { left, subdistrict, district, address } = row;
  const isLate = left !== null && left < 0;
  return (
    <tr className={isLate ? 'late' : ''} data-testid="need-row">
      <td className="need-due">{left === null ? row.instead : dueText(left, language)}</td>
      {scale && (
        <td className="need-bar">
          <DueBar left={left} scale={scale} />
        </td>
      )}
      <th scope="row" className="need-order">
        <OrderLink id={row.id} where={where}>
          {row.matter}
        </OrderLink>
        <small>
          {subdistrict ? label('subdistrict', subdistrict) : label('district', district)}
          {address && ` · ${address}`}
        </small>
      </th>
      <td className="need-unit">{row.unit && <ValueLink dimension="unit" code={row.unit} />}</td>
      <td className="need-signs">{row.signs.join(' · ')}</td>
    </tr>
  );
}

const noClauses: readonly Clause[] = [];

interface TableProps {
  rows: readonly NeedRow[];
  label: string;
  where?: readonly Clause[];
}

/** Orders in a table, with their bars on one scale. */
export function NeedTable({ rows, label, where = noClauses }: TableProps) {
  const { needs } = useWords(areaPageWords);
  const lefts = rows.flatMap(({ left }) => (left === null ? [] : [left]));
  const scale = lefts.length > 0 ? dueScale(lefts) : null;
  return (
    <table className="needs" aria-label={label}>
      <thead>
        <tr>
          <th scope="col" className="need-due">
            {scale ? needs.due : needs.since}
          </th>
          {scale && (
            <th scope="col" className="need-bar">
              <span className="hidden">{needs.dueLine}</span>
              <DueAxis scale={scale} />
            </th>
          )}
          <th scope="col">{needs.order}</th>
          <th scope="col" className="need-unit">
            {needs.unit}
          </th>
          <th scope="col" className="need-signs">
            {needs.signs}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Order key={row.id} row={row} scale={scale} where={where} />
        ))}
      </tbody>
    </table>
  );
}

interface OrdersProps extends Omit<TableProps, 'rows'> {
  page: Page;
  /** How often callers called about an order, by its number. */
  calls: ReadonlyMap<string, number>;
}

/** The orders of a page of the API. */
export function NeedOrders({ page, calls, ...props }: OrdersProps) {
  const screen = useScreen();
  const rows = useMemo(() => rowsOf(page, calls, screen), [page, calls, screen]);
  return <NeedTable {...props} rows={rows} />;
}
