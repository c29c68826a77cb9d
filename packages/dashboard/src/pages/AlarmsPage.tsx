import type { Alarms } from '@hotline-atlas/model';
import { AlarmControls } from '../alarms/AlarmControls.tsx';
import { AlarmDetails } from '../alarms/AlarmDetails.tsx';
import { AlarmRow } from '../alarms/AlarmRow.tsx';
import { alarmsTable } from '../alarms/alarmsTable.ts';
import { EarlierAlarms } from '../alarms/EarlierAlarms.tsx';
import { Quiet } from '../alarms/Quiet.tsx';
import { useAlarms, watchable } from '../alarms/useAlarms.ts';
import { dayLabel } from '../format/dates.ts';
import { exact } from '../format/numbers.ts';
import { JudgementPanel } from '../judgement/JudgementPanel.tsx';
import { useWords } from '../judgement/words/index.ts';
import { useScreen } from '../state/screen.ts';

function AlarmList({ answer }: { answer: Alarms }) {
  const { language } = useScreen();
  const words = useWords();
  const { meta, alarms } = answer;
  if (alarms.length === 0) return <Quiet answer={answer} />;
  return (
    <>
      <ol className="alarm-list" aria-label={words.alarms.list}>
        {alarms.map((alarm, at) => (
          <AlarmRow key={alarm.id} alarm={alarm} rank={at + 1} />
        ))}
      </ol>
      {meta.alarms > alarms.length && (
        <p className="note">{words.largest(exact(alarms.length, language), exact(meta.alarms, language))}</p>
      )}
    </>
  );
}

/** What a leader reads in the morning: what is unusual, most important first, each with its course and its appeals. */
export function AlarmsPage() {
  const screen = useScreen();
  const { state, language, messages } = screen;
  const words = useWords();
  const view = useAlarms();
  const { answer } = view;
  const count = answer?.meta.alarms ?? 0;
  const open = answer?.alarms.find(({ id }) => id === state.alarms.open);
  return (
    <div className="map-page alarms-page">
      <JudgementPanel
        name="alarms"
        view={view}
        title={answer ? words.alarms.title(count, exact(count, language)) : messages.pages.alarms}
        subtitle={
          answer
            ? words.alarms.subtitle(dayLabel(answer.meta.day, language), exact(answer.meta.tested, language))
            : ''
        }
        controls={
          <>
            <AlarmControls answer={answer} />
            {watchable(state.where).length < state.where.length && (
              <span className="hint">{words.alarms.follows}</span>
            )}
          </>
        }
        table={(shown) => alarmsTable(shown, screen, words)}
      >
        {(shown) => <AlarmList answer={shown} />}
      </JudgementPanel>
      {answer && !answer.notice && (
        <aside className="panel map-side">
          {open && <AlarmDetails key={open.id} alarm={open} />}
          {!open && count > 0 && <p className="note">{words.alarms.choose}</p>}
          {count === 0 && <EarlierAlarms answer={answer} />}
        </aside>
      )}
    </div>
  );
}
