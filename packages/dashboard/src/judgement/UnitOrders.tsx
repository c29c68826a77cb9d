import type { Clause, Period } from '@hotline-atlas/model';
import { type Answer, encodeQuery } from '@hotline-atlas/model';
import { numberIn, type Row, textIn } from '@hotline-atlas/ui/answer/row.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { ValueLink } from '../panel/ObjectLink.tsx';
import { useRequest } from '../questions/useRequest.ts';
import { useScreen } from '../screen/screen.ts';
import { judgementWords } from './words.ts';

export interface UnitOrder {
  unit: string;
  open: number;
  all: number;
}

/** Orders by unit, those still open apart; the unit with most open ones first. */
export function ordersOf(rows: readonly Row[]): UnitOrder[] {
  const units = new Map<string, UnitOrder>();
  for (const row of rows) {
    const unit = textIn(row, 'unit');
    const count = numberIn(row, 'appeals') ?? 0;
    const known = units.get(unit) ?? { unit, open: 0, all: 0 };
    const isOpen = textIn(row, 'status') !== 'closed';
    units.set(unit, { unit, open: known.open + (isOpen ? count : 0), all: known.all + count });
  }
  return [...units.values()]
    .filter(({ unit }) => unit !== '')
    .sort((a, b) => b.open - a.open || b.all - a.all);
}

const most = 6;

/** Whom to call: the units that hold the orders behind a finding. */
export function UnitOrders({ where, period }: { where: readonly Clause[]; period: Period }) {
  const { language } = useScreen();
  const words = useWords(judgementWords);
  const { answer } = useRequest<Answer>(
    `query?${encodeQuery({
      metrics: ['appeals'],
      by: ['unit', 'status'],
      where: [...where],
      ...period,
      withoutRegimes: [],
      order: [],
      resolution: 8,
    })}`,
  );
  if (!answer) return null;
  const orders = ordersOf(answer.rows);
  return (
    <section className="unit-orders" aria-label={words.orders.title}>
      <h3>{words.orders.title}</h3>
      {orders.length === 0 && <p className="note">{words.orders.none}</p>}
      {orders.length > 0 && (
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">{words.orders.open}</th>
              <th scope="col">{words.orders.all}</th>
            </tr>
          </thead>
          <tbody>
            {orders.slice(0, most).map(({ unit, open, all }) => (
              <tr key={unit}>
                <th scope="row">
                  <ValueLink dimension="unit" code={unit} />
                </th>
                <td>{exact(open, language)}</td>
                <td>{exact(all, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {orders.length > most && (
        <p className="note">{words.shown(exact(most, language), exact(orders.length, language))}</p>
      )}
    </section>
  );
}
