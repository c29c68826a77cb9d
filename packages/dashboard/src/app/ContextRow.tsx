import { inLanguage, type Language } from '@hotline-atlas/model';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { Icon } from '@hotline-atlas/ui/kit/Icon.tsx';
import { Popover } from '@hotline-atlas/ui/kit/Popover.tsx';
import { useNarrowWindow, useWideWindow } from '@hotline-atlas/ui/kit/useMediaQuery.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useState } from 'react';
import { comparisons } from '../address/shared.ts';
import { isOfAllDays } from '../features/appeals/list.ts';
import { listWords } from '../features/appeals/listWords.ts';
import { ViewsBar } from '../features/views/ViewsBar.tsx';
import { useScreen } from '../screen/screen.ts';
import { AsOf } from './AsOf.tsx';
import { Chips } from './Chips.tsx';
import { followedOn, isCompared } from './followed.ts';
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
  const names = meta.regimes.map(({ label }) => inLanguage(label, language)).join(messages.comparison.comma);
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

/** Trends always leave out exceptional periods. */
function Controls() {
  const { state } = useScreen();
  if (followedOn[state.page] !== 'filters and period') return null;
  return (
    <div className="filter-controls">
      <PeriodPicker />
      {isCompared(state.page) && <Comparison />}
      {state.page !== 'trend' && <Regimes />}
    </div>
  );
}

/** The days the page is of; open orders are listed whenever they came. */
function PeriodName() {
  const screen = useScreen();
  const { anyTime } = useWords(listWords);
  return screen.state.page === 'appeals' && isOfAllDays(screen)
    ? anyTime
    : periodLabel(screen.period, screen.language);
}

const colon = (language: Language): string => (language === 'zh' ? '：' : ':');

function CompactBar() {
  const { state, messages, language } = useScreen();
  const [open, setOpen] = useState(false);
  if (followedOn[state.page] === 'filters') return <Chips />;
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        <Icon name="filter" /> {messages.filters.open}
        {colon(language)} <PeriodName />
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

/** One line: the period and all that goes with it in a popover, then the filters, then as of when. */
function WideRow() {
  const { state, messages, language } = useScreen();
  const { filters } = messages;
  const comparison =
    isCompared(state.page) && state.comparison !== 'none'
      ? labelled(filters.compare, filters.comparisons[state.comparison], language)
      : null;
  return (
    <>
      {followedOn[state.page] === 'filters and period' && (
        <Popover
          label={filters.period}
          button={
            <>
              <b>
                <PeriodName />
              </b>
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

/** What goes with a page of one object, or with a step of its own: the page fills in its controls. */
function OwnRow({ slot }: ContextRowProps) {
  const isNarrow = useNarrowWindow();
  return (
    <>
      <div className="page-row" ref={slot} />
      {!isNarrow && <ViewsBar />}
      {!isNarrow && <AsOf />}
    </>
  );
}

function FilterRow() {
  const isNarrow = useNarrowWindow();
  const isWide = useWideWindow();
  if (isWide) return <WideRow />;
  if (isNarrow) return <CompactBar />;
  return (
    <>
      <Controls />
      <Chips />
      <ViewsBar />
    </>
  );
}

export interface ContextRowProps {
  /** Takes the place for the controls of a page that follows none of the shared ones. */
  slot: (element: HTMLElement | null) => void;
}

/** Which appeals everything on the screen is about; always in sight. */
export function ContextRow({ slot }: ContextRowProps) {
  const { state, messages } = useScreen();
  const isNarrow = useNarrowWindow();
  const isWide = useWideWindow();
  const isOwn = followedOn[state.page] === 'nothing';
  if (followedOn[state.page] === 'itself') return null;
  return (
    <>
      <section
        className={['context-row', isWide && 'wide', isOwn && 'own'].filter(Boolean).join(' ')}
        aria-label={messages.filters.label}
      >
        {isOwn ? <OwnRow slot={slot} /> : <FilterRow />}
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
