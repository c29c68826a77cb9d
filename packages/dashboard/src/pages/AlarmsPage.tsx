import type { Alarm, Alarms } from '@hotline-atlas/model';
import { AlarmControls } from '../alarms/AlarmControls.tsx';
import { AlarmDetails } from '../alarms/AlarmDetails.tsx';
import { AlarmRow } from '../alarms/AlarmRow.tsx';
import { alarmsTable } from '../alarms/alarmsTable.ts';
import { EarlierAlarms } from '../alarms/EarlierAlarms.tsx';
import { NearestSeries } from '../alarms/NearestSeries.tsx';
import { Quiet } from '../alarms/Quiet.tsx';
import { useAlarms, watchable } from '../alarms/useAlarms.ts';
import { dayLabel } from '../format/dates.ts';
import { exact } from '../format/numbers.ts';
import { JudgementPanel } from '../judgement/JudgementPanel.tsx';
import { useWords } from '../judgement/words/index.ts';
import { useScreen } from '../state/screen.ts';

/** So few alarms leave room for what came nearest to one. */
const fewAlarms = 3;

function AlarmList({ answer, open }: { answer: Alarms; open: Alarm | undefined }) {
  const { language } = useScreen();
  const words = useWords();
  const { meta, alarms } = answer;
  if (alarms.length === 0) return <Quiet answer={answer} />;
  return (
    <>
      <ol className="alarm-list" aria-label={words.alarms.list}>
        {alarms.map((alarm, at) => (
          <AlarmRow key={alarm.id} alarm={alarm} rank={at + 1} chosen={alarm === open} />
        ))}
      </ol>
      {meta.alarms <= fewAlarms && <NearestSeries answer={answer} />}
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
  const open = answer?.alarms.find(({ id }) => id === state.alarms.open) ?? answer?.alarms[0];
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
        {(shown) => <AlarmList answer={shown} open={open} />}
      </JudgementPanel>
      {answer && !answer.notice && (
        <aside className="panel map-side">
          {open && <AlarmDetails key={open.id} alarm={open} />}
          {count === 0 && <EarlierAlarms answer={answer} />}
        </aside>
      )}
    </div>
  );
}
