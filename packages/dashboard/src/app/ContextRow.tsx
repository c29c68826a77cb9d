import { inLanguage } from '@hotline-atlas/model';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { Icon } from '@hotline-atlas/ui/kit/Icon.tsx';
import { Popover } from '@hotline-atlas/ui/kit/Popover.tsx';
import { useNarrowWindow, useWideWindow } from '@hotline-atlas/ui/kit/useMediaQuery.ts';
import { useState } from 'react';
import type { Page } from '../address/place.ts';
import { comparisons } from '../address/shared.ts';
import { ViewsBar } from '../features/views/ViewsBar.tsx';
import { useScreen } from '../screen/screen.ts';
import { AsOf } from './AsOf.tsx';
import { Chips } from './Chips.tsx';
import { PeriodPicker, RipeMonth } from './PeriodPicker.tsx';
import './context-row.css';

function Comparison() {
  const { state, messages, change } = useScreen();
  const { filters } = messages;
  return (
    <label className="select">
      <span>{filters.compare}</span>
      <select
        value={state.comparison}
        onChange={(event) =>
          change({ comparison: comparisons.find((name) => name === event.target.value) ?? 'year' })
        }
      >
        {comparisons.map((name) => (
          <option key={name} value={name}>
            {filters.comparisons[name]}
          </option>
        ))}
      </select>
    </label>
  );
}

function Regimes() {
  const { state, meta, messages, language, change } = useScreen();
  if (meta.regimes.length === 0) return null;
  const names = meta.regimes.map(({ label }) => inLanguage(label, language)).join(', ');
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={state.withoutRegimes}
        onChange={(event) => change({ withoutRegimes: event.target.checked })}
      />
      {messages.filters.regimes(names)}
    </label>
  );
}

/** Alarms are of a day, which they ask for themselves; trends always leave out exceptional periods. */
function Controls() {
  const { state } = useScreen();
  if (state.page === 'alarms') return null;
  return (
    <div className="filter-controls">
      <PeriodPicker />
      {isCompared(state.page) && <Comparison />}
      {state.page !== 'trend' && <Regimes />}
    </div>
  );
}

function CompactBar() {
  const { period, language, messages } = useScreen();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        <Icon name="filter" /> {messages.filters.open}: {periodLabel(period, language)}
      </button>
      <Chips />
      {open && (
        <Dialog title={messages.filters.label} className="sheet-bottom" onClose={() => setOpen(false)}>
          <Controls />
          <Chips />
          <button type="button" className="button main" onClick={() => setOpen(false)}>
            {messages.filters.done}
          </button>
        </Dialog>
      )}
    </>
  );
}

/** What the page is compared with, where it is compared at all. */
const isCompared = (page: Page): boolean => page === 'overview' || page === 'map';

/** Whether a page says itself of which appeals it is. */
const hasOwnRow = (page: Page): boolean => page === 'city';

/** One line: the period and all that goes with it in a popover, then the filters, then as of when. */
function WideRow() {
  const { state, period, language, messages } = useScreen();
  const { filters } = messages;
  const comparison =
    isCompared(state.page) && state.comparison !== 'none'
      ? `${filters.compare}: ${filters.comparisons[state.comparison]}`
      : null;
  return (
    <>
      {state.page !== 'alarms' && (
        <Popover
          label={filters.period}
          button={
            <>
              <b>{periodLabel(period, language)}</b>
              {comparison && <span className="period-comparison">{comparison}</span>}
              <Icon name="down" />
            </>
          }
        >
          <Controls />
        </Popover>
      )}
      <RipeMonth />
      <Chips />
      <ViewsBar />
      <AsOf />
    </>
  );
}

/** Which appeals everything on the screen is about; always in sight. */
export function ContextRow() {
  const { state, messages } = useScreen();
  const isNarrow = useNarrowWindow();
  const isWide = useWideWindow();
  if (hasOwnRow(state.page)) return null;
  return (
    <>
      <section className={`context-row ${isWide ? 'wide' : ''}`} aria-label={messages.filters.label}>
        {isWide && <WideRow />}
        {isNarrow && <CompactBar />}
        {!isWide && !isNarrow && (
          <>
            <Controls />
            <Chips />
            <ViewsBar />
          </>
        )}
      </section>
      {/* On a phone it goes with the page: what stays in sight takes a third of it already. */}
      {isNarrow && (
        <div className="views-below">
          <ViewsBar />
        </div>
      )}
    </>
  );
}
