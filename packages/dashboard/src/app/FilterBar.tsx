import { inLanguage } from '@hotline-atlas/model';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { Icon } from '@hotline-atlas/ui/kit/Icon.tsx';
import { useNarrowWindow } from '@hotline-atlas/ui/kit/useNarrowWindow.ts';
import { useState } from 'react';
import { comparisons } from '../address/shared.ts';
import { useScreen } from '../screen/screen.ts';
import { Chips } from './Chips.tsx';
import { PeriodPicker } from './PeriodPicker.tsx';

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
      {state.page === 'overview' || state.page === 'map' ? <Comparison /> : null}
      {state.page === 'trend' ? null : <Regimes />}
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

/** Which appeals everything on the screen is about; always in sight. */
export function FilterBar() {
  const { messages } = useScreen();
  const narrow = useNarrowWindow();
  return (
    <section className="filterbar" aria-label={messages.filters.label}>
      {narrow ? (
        <CompactBar />
      ) : (
        <>
          <Controls />
          <Chips />
        </>
      )}
    </section>
  );
}
