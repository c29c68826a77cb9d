import type { Alarm, Alarms } from '@hotline-atlas/model';
import { dayLabel, periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { JudgementPanel } from '../../judgement/JudgementPanel.tsx';
import { expectation } from '../../judgement/numbers.ts';
import { chosenPlace } from '../../screen/chosen-place.ts';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { AlarmControls } from './AlarmControls.tsx';
import { AlarmDetails } from './AlarmDetails.tsx';
import { AlarmRow } from './AlarmRow.tsx';
import { alarmFinding } from './alarmFinding.ts';
import { alarmsTable } from './alarmsTable.ts';
import { EarlierAlarms } from './EarlierAlarms.tsx';
import { NearestSeries } from './NearestSeries.tsx';
import { Quiet } from './Quiet.tsx';
import { useAlarms, watchable } from './useAlarms.ts';
import type { AlarmWords } from './words.ts';
import { alarmWords } from './words.ts';
import '../../panel/side-page.css';
import './alarms.css';

/** So few alarms leave room for what came nearest to one. */
const fewAlarms = 3;

/**
 * What is told before any alarm: that all appeals together are far too few, and which of the days before have
 * no data.
 */
function Unusual({ answer: { fall, meta } }: { answer: Alarms }) {
  const screen = useScreen();
  const { language } = screen;
  const words = useWords(alarmWords);
  const spans = meta.missing.map((span) => periodLabel(span, language));
  return (
    <>
      {fall && (
        <p className="quiet-finding" data-testid="fall">
          {words.fall(
            chosenPlace(screen),
            exact(fall.observed, language),
            expectation(fall.expected, language),
            exact(fall.threshold, language),
          )}
        </p>
      )}
      {spans.length > 0 && (
        <p className="note">{words.missing(spans.join(language === 'zh' ? '、' : ', '))}</p>
      )}
    </>
  );
}

function AlarmList({ answer, open }: { answer: Alarms; open: Alarm | undefined }) {
  const { language } = useScreen();
  const words = useWords(alarmWords);
  const { meta, alarms } = answer;
  if (alarms.length === 0)
    return (
      <>
        <Unusual answer={answer} />
        {answer.fall === null && <Quiet answer={answer} />}
      </>
    );
  return (
    <>
      <Unusual answer={answer} />
      <ol className="alarm-list" aria-label={words.list}>
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

function titleOf(answer: Alarms | undefined, screen: Screen, words: AlarmWords): string {
  if (!answer || answer.notice) return screen.messages.pages.alarms;
  return alarmFinding(answer, screen, words);
}

/**
 * What a leader reads in the morning: what is unusual, most important first, each with its course and its
 * appeals.
 */
export function AlarmsPage() {
  const screen = useScreen();
  const { state, language } = screen;
  const words = useWords(alarmWords);
  const view = useAlarms();
  const { answer } = view;
  const count = answer?.meta.alarms ?? 0;
  const open = answer?.alarms.find(({ id }) => id === state.alarms.open) ?? answer?.alarms[0];
  return (
    <div className="map-page alarms-page">
      <JudgementPanel
        name="alarms"
        view={view}
        title={titleOf(answer, screen, words)}
        subtitle={
          answer
            ? words.subtitle(dayLabel(answer.meta.day, language), exact(answer.meta.tested, language))
            : ''
        }
        controls={
          <>
            <AlarmControls answer={answer} />
            {watchable(state.where).length < state.where.length && (
              <span className="hint">{words.follows}</span>
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
