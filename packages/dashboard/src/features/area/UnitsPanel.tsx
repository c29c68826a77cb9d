import { type Answer, fewestAnnounced, type Rates } from '@hotline-atlas/model';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useMemo } from 'react';
import { ValueLink } from '../../panel/ObjectLink.tsx';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { Mark } from '../change/Mark.tsx';
import { type UnitOrder, unitOrders } from './address.ts';
import { figuresAddress, judgedAddress, type Shown } from './asking.ts';
import { DotLine } from './DotLine.tsx';
import { judgedWords } from './judged-words.ts';
import { OrdersLink } from './links.tsx';
import { fewestClosed, type ShareOf, shareIn, sortedUnits, type UnitRow, unitRows } from './unitRows.ts';
import { clausesOfNeed, useOpenBy } from './useNeeds.ts';
import { Zone } from './Zone.tsx';

const most = 8;

/** What the city records of its orders. */
export interface Recorded {
  limits: boolean;
  closing: boolean;
  resolution: boolean;
}

/** The ends of a scale of shares: from a round share below the lowest that can be read. */
function shareScale(shares: readonly (ShareOf | null)[]): [number, number] {
  const lows = shares.flatMap((share) =>
    share && share.denominator >= fewestAnnounced ? [Math.min(share.rate, share.lower)] : [],
  );
  const low = Math.min(0.9, ...lows);
  return [Math.max(0, Math.floor(low * 10) / 10), 1];
}

interface Scales {
  days: number;
  onTime: [number, number];
  medianOfAll: number | null;
  onTimeOfAll: number | null;
}

interface RowProps {
  row: UnitRow;
  shown: Shown;
  scales: Scales;
  recorded: Recorded;
}

const share = (rate: number, language: 'en' | 'zh') => exact(100 * rate, language, 1);

function ShareText({ of, mark = null }: { of: ShareOf | null; mark?: UnitRow['mark'] }) {
  const { language, messages } = useScreen();
  if (!of) return <td className="number none">–</td>;
  const title = messages.panels.of(exact(of.numerator, language), exact(of.denominator, language));
  const isSmall = of.denominator < fewestAnnounced;
  return (
    <td className={isSmall ? 'number few' : 'number'} title={title}>
      {isSmall
        ? `${exact(of.numerator, language)}/${exact(of.denominator, language)}`
        : share(of.rate, language)}{' '}
      {mark && <Mark mark={mark} />}
    </td>
  );
}

function Counts({ row, shown, recorded }: RowProps) {
  const { language } = useScreen();
  const ordersOf = (need: 'open' | 'overdue') => row[need] ?? 0;
  const own = [...shown.where, { dimension: 'unit' as const, exclude: false, values: [row.code] }];
  return (
    <>
      {(['open', 'overdue'] as const)
        .filter((need) => need === 'open' || recorded.limits)
        .map((need) => (
          <td key={need} className="number">
            {ordersOf(need) === 0 ? (
              '–'
            ) : (
              <OrdersLink where={[...own, ...clausesOfNeed(need)]}>
                {exact(ordersOf(need), language)}
              </OrdersLink>
            )}
          </td>
        ))}
    </>
  );
}

function Unit(props: RowProps) {
  const { row, scales, recorded } = props;
  const { language } = useScreen();
  const words = useWords(judgedWords).units;
  const { days, closed, onTime } = row;
  const isFew = closed < fewestClosed;
  return (
    <tr data-testid="unit-row">
      <th scope="row">
        <ValueLink dimension="unit" code={row.code} where={props.shown.where} />
      </th>
      <Counts {...props} />
      {recorded.closing && (
        <>
          <td className="plot">
            {days !== null && (
              <DotLine value={days} from={0} to={scales.days} reference={scales.medianOfAll} faint={isFew} />
            )}
          </td>
          <td className={isFew ? 'number few' : 'number'} title={words.of(exact(closed, language))}>
            {days === null ? '–' : exact(days, language, 1)}{' '}
            <small>{words.of(exact(closed, language))}</small>
          </td>
        </>
      )}
      {recorded.limits && (
        <>
          <td className="plot">
            {onTime && (
              <DotLine
                value={onTime.rate}
                lower={onTime.lower}
                upper={onTime.upper}
                from={scales.onTime[0]}
                to={scales.onTime[1]}
                reference={scales.onTimeOfAll}
                faint={onTime.denominator < fewestAnnounced}
              />
            )}
          </td>
          <ShareText of={onTime} mark={row.mark} />
        </>
      )}
      {recorded.resolution && <ShareText of={row.resolved} />}
    </tr>
  );
}

/** The ends of a scale, over its plots. */
function Ends({ from, to }: { from: string; to: string }) {
  return (
    <span className="scale-ends" aria-hidden="true">
      <span>{from}</span>
      <span>{to}</span>
    </span>
  );
}

function Table({ rows, ...props }: { rows: readonly UnitRow[] } & Omit<RowProps, 'row'>) {
  const { language } = useScreen();
  const words = useWords(judgedWords).units;
  const { scales, recorded } = props;
  return (
    <table className="units-of-area">
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col" className="number">
            {words.open}
          </th>
          {recorded.limits && (
            <th scope="col" className="number">
              {words.overdue}
            </th>
          )}
          {recorded.closing && (
            <>
              <th scope="col" className="plot">
                {words.median}
                <Ends from="0" to={exact(scales.days, language, 1)} />
              </th>
              <td className="no-label" />
            </>
          )}
          {recorded.limits && (
            <>
              <th scope="col" className="plot">
                {words.onTime}
                <Ends from={share(scales.onTime[0], language)} to="100" />
              </th>
              <td className="no-label" />
            </>
          )}
          {recorded.resolution && (
            <th scope="col" className="number">
              {words.resolved}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Unit key={row.code} row={row} {...props} />
        ))}
      </tbody>
    </table>
  );
}

function Sort({ recorded }: { recorded: Recorded }) {
  const { state, change } = useScreen();
  const words = useWords(judgedWords).units;
  const needed: Partial<Record<UnitOrder, boolean>> = {
    slow: recorded.closing,
    overdue: recorded.limits,
    late: recorded.limits,
    unresolved: recorded.resolution,
  };
  return (
    <label className="select">
      <span className="hidden">{words.sort}</span>
      <select
        value={state.area.unitOrder}
        onChange={({ target }) =>
          change({ area: { unitOrder: unitOrders.find((name) => name === target.value) ?? 'slow' } })
        }
      >
        {unitOrders
          .filter((name) => needed[name] ?? true)
          .map((name) => (
            <option key={name} value={name}>
              {words.sorts[name]}
            </option>
          ))}
      </select>
    </label>
  );
}

const periodMetrics = ['closed', 'median_hours_to_close', 'on_time_rate', 'resolution_rate'] as const;

/** Units that hold orders of the area: how much is open, how long they take, how often on time. */
export function UnitsPanel({ shown, recorded }: { shown: Shown; recorded: Recorded }) {
  const { state, language, label, change } = useScreen();
  const words = useWords(judgedWords).units;
  const { where, days } = shown;
  const view = useRequest<Answer>(figuresAddress({ metrics: periodMetrics, by: ['unit'], where, days }));
  const all = useRequest<Answer>(figuresAddress({ metrics: periodMetrics, where, days }));
  const open = useOpenBy('unit', where);
  const rates = useRequest<Rates>(
    recorded.limits
      ? judgedAddress('rates', { where, days }, { metric: 'on_time_rate', by: 'unit', expected: 'mean' })
      : '',
  );
  const rows = useMemo(
    () => (view.answer && open.answer ? unitRows(open.answer, view.answer, rates.answer) : []),
    [view.answer, open.answer, rates.answer],
  );
  const named = (code: string) => label('unit', code);
  const sorted = sortedUnits(rows, state.area.unitOrder, named);
  const late = sortedUnits(rows, 'late', named).find(({ isLate }) => isLate);
  const limit = state.area.allUnits ? rows.length : most;
  const listed = sorted.slice(0, limit);
  const median = all.answer?.rows[0]?.median_hours_to_close;
  const scales: Scales = {
    days: Math.max(1, ...listed.map((row) => row.days ?? 0)),
    onTime: shareScale(rows.map(({ onTime }) => onTime)),
    medianOfAll: typeof median === 'number' ? median / 24 : null,
    onTimeOfAll: shareIn(all.answer, 'on_time_rate')?.rate ?? null,
  };
  return (
    <Zone
      name="area-units"
      view={view}
      besides={[open]}
      label={words.panel}
      title={late ? words.late(named(late.code)) : words.title}
      subtitle={words.subtitle(periodLabel(days, language))}
      ways={
        <span className="zone-ways">
          <Sort recorded={recorded} />
          {rows.length > most && (
            <button
              type="button"
              className="link"
              onClick={() => change({ area: { allUnits: !state.area.allUnits } })}
            >
              {state.area.allUnits ? words.fewer : words.all(exact(rows.length, language))}
            </button>
          )}
        </span>
      }
      judged={rates.answer}
    >
      {() =>
        rows.length === 0 ? (
          <p className="panel-message">{words.none}</p>
        ) : (
          <Table rows={listed} shown={shown} scales={scales} recorded={recorded} />
        )
      }
    </Zone>
  );
}
