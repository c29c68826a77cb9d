import { isLocalDate, type Period, shift } from '@hotline-atlas/model';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { Segmented } from '@hotline-atlas/ui/kit/Segmented.tsx';
import { useWideWindow } from '@hotline-atlas/ui/kit/useMediaQuery.ts';
import { resolvePeriod } from '../address/period.ts';
import { type Preset, presets } from '../address/shared.ts';
import { useScreen } from '../screen/screen.ts';

function DayInput(props: { label: string; value: string; onDay: (day: string) => void }) {
  const { meta, messages } = useScreen();
  return (
    <label className="day" title={messages.filters.inclusive}>
      <span>{props.label}</span>
      <input
        type="date"
        key={props.value}
        defaultValue={props.value}
        min={meta.firstDay ?? undefined}
        max={meta.lastDay ?? undefined}
        onBlur={(event) => props.onDay(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') props.onDay(event.currentTarget.value);
        }}
      />
    </label>
  );
}

/** Where the last month of a rate is not the last that has passed: which it is, and the way to the newest. */
export function RipeMonth() {
  const { state, period, meta, language, messages, change } = useScreen();
  const { firstDay, lastDay, completeTo } = meta;
  if (state.period !== 'month' || !firstDay || !lastDay) return null;
  const newest = resolvePeriod('month', { firstDay, lastDay, completeTo: completeTo ?? lastDay });
  if (newest.from === period.from) return null;
  const words = messages.comparison.ripeness;
  return (
    <span className="period-ripe">
      {words.monthShown(periodLabel(period, language))}{' '}
      <button type="button" className="link" onClick={() => change({ period: newest, span: null })}>
        {words.showNewest(periodLabel(newest, language))}
      </button>
    </span>
  );
}

/** Presets and two days; the second day is included, as people say it. */
export function PeriodPicker() {
  const { state, period, language, messages, change } = useScreen();
  const { filters } = messages;
  const isWide = useWideWindow();
  const last = shift(period.to, 'day', -1);
  const set = (next: Period) => {
    const sound = isLocalDate(next.from) && isLocalDate(next.to) && next.from < next.to;
    if (sound && (next.from !== period.from || next.to !== period.to)) change({ period: next, span: null });
  };
  const options: { name: Preset | 'custom'; label: string }[] = presets.map((name) => ({
    name,
    label: filters.presets[name],
  }));
  return (
    <div className="period">
      <Segmented
        label={filters.period}
        options={options}
        chosen={typeof state.period === 'string' ? state.period : 'custom'}
        onChoose={(name) => {
          if (name !== 'custom') change({ period: name, span: null });
        }}
      />
      <span className="period-name">{periodLabel(period, language)}</span>
      <DayInput label={filters.from} value={period.from} onDay={(from) => set({ from, to: period.to })} />
      <DayInput
        label={filters.to}
        value={last}
        onDay={(day) => isLocalDate(day) && set({ from: period.from, to: shift(day, 'day', 1) })}
      />
      {!isWide && <RipeMonth />}
    </div>
  );
}
