import { type Alarms, isLocalDate, shift, watches } from '@hotline-atlas/model';
import { IconButton } from '@hotline-atlas/ui/kit/IconButton.tsx';
import { Segmented } from '@hotline-atlas/ui/kit/Segmented.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import { alarmWords } from './words.ts';

/** Which day, and whether days or weeks are watched. */
export function AlarmControls({ answer }: { answer: Alarms | undefined }) {
  const { state, meta, change } = useScreen();
  const words = useWords(alarmWords);
  const { alarms } = state;
  const day = alarms.day || answer?.meta.day || '';
  const goTo = (next: string) => {
    if (isLocalDate(next)) change({ alarms: { day: next, open: '' } });
  };
  const last = answer && !alarms.day ? answer.meta.day : meta.lastDay;
  return (
    <>
      <Segmented
        label={words.watch}
        options={watches.map((name) => ({ name, label: words.watches[name] }))}
        chosen={alarms.watch}
        onChoose={(watch) => change({ alarms: { watch, open: '' } })}
      />
      <label className="day">
        <span>{words.day}</span>
        <input
          type="date"
          key={day}
          defaultValue={day}
          min={meta.firstDay ?? undefined}
          max={meta.lastDay ?? undefined}
          onBlur={(event) => event.target.value !== day && goTo(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') goTo(event.currentTarget.value);
          }}
        />
      </label>
      <span className="day-steps">
        <IconButton
          className="turned"
          icon="right"
          label={words.before}
          disabled={!day || day === meta.firstDay}
          onClick={() => goTo(shift(day, 'day', -1))}
        />
        <IconButton
          icon="right"
          label={words.after}
          disabled={!day || day >= (last ?? day)}
          onClick={() => goTo(shift(day, 'day', 1))}
        />
      </span>
    </>
  );
}
