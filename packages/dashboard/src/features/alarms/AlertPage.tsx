import { type Alarm, type Alarms, inLanguage } from '@hotline-atlas/model';
import { dayLabel } from '@hotline-atlas/ui/format/dates.ts';
import { continued } from '@hotline-atlas/ui/format/joined.ts';
import { FailedPanel } from '@hotline-atlas/ui/kit/Failure.tsx';
import { Icon } from '@hotline-atlas/ui/kit/Icon.tsx';
import { Skeleton } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useMemo } from 'react';
import { turnedTo } from '../../address/object.ts';
import { changed } from '../../address/state.ts';
import { ObjectLink, StateLink, ValueLink } from '../../panel/ObjectLink.tsx';
import { useRequest } from '../../questions/useRequest.ts';
import { ScreenContext, useScreen } from '../../screen/screen.ts';
import { AlarmAfter } from './AlarmAfter.tsx';
import { AlarmDetails } from './AlarmDetails.tsx';
import { AlarmWays } from './AlarmWays.tsx';
import { type AlarmStep, stepOfAlarm } from './alarmId.ts';
import { seriesName } from './alarmPlace.ts';
import { alarmsAddress } from './useAlarms.ts';
import { alarmWords } from './words.ts';
import '../../judgement/judgement.css';
import '../../panel/side-page.css';
import './alarms.css';
import './alert-page.css';

/** The list of the alarms of a step. */
function useListState(step: AlarmStep | null) {
  const { state } = useScreen();
  const list = turnedTo(state, { page: 'alarms', object: '' });
  return step ? changed(list, { alarms: { ...step, open: '' } }) : list;
}

function Crumbs({ step }: { step: AlarmStep | null }) {
  const { meta, language, messages } = useScreen();
  const list = useListState(step);
  return (
    <ol className="crumbs">
      <li>
        <ObjectLink to={{ page: 'city', object: '' }}>{inLanguage(meta.name, language)}</ObjectLink>
      </li>
      <li>
        <StateLink to={list} className="object-link">
          {continued([messages.pages.alarms, ...(step ? [dayLabel(step.day, language)] : [])], language)}
        </StateLink>
      </li>
    </ol>
  );
}

/** An alarm that is not there: judged anew with other data, never there, or of somebody else. */
function NotThere({ step }: { step: AlarmStep | null }) {
  const words = useWords(alarmWords);
  const list = useListState(step);
  return (
    <div className="page-message" data-testid="missing">
      <h2>{words.notThere}</h2>
      <p>{step ? words.notThereWhy : words.noStep}</p>
      <p className="ways-on">
        <StateLink to={list}>{words.toList}</StateLink>
      </p>
    </div>
  );
}

function Beside({ alarm, side }: { alarm: Alarm | undefined; side: 'earlier' | 'later' }) {
  const screen = useScreen();
  const words = useWords(alarmWords);
  if (!alarm) return null;
  const name = seriesName(alarm, screen, words);
  return (
    <ObjectLink
      to={{ page: 'alert', object: alarm.id }}
      className={`icon-button ${side === 'earlier' ? 'turned' : ''}`}
      label={words.beside[side](name)}
      title={name}
    >
      <Icon name="right" />
    </ObjectLink>
  );
}

function Found({ alarm, answer, step }: { alarm: Alarm; answer: Alarms; step: AlarmStep }) {
  const words = useWords(alarmWords);
  const at = answer.alarms.indexOf(alarm);
  return (
    <>
      <p className="alert-objects">
        {alarm.topic.level > 0 && (
          <ValueLink dimension={`topic${alarm.topic.level as 1 | 2 | 3}`} code={alarm.topic.code} />
        )}
        {alarm.area.level !== 'city' && <ValueLink dimension={alarm.area.level} code={alarm.area.code} />}
        <span className="object-steps">
          <Beside alarm={answer.alarms[at - 1]} side="earlier" />
          <span className="note">{words.placeOf(at + 1, answer.alarms.length)}</span>
          <Beside alarm={answer.alarms[at + 1]} side="later" />
        </span>
      </p>
      <AlarmWays series={alarm} />
      <AlarmAfter alarm={alarm} watch={step.watch} />
      <AlarmDetails alarm={alarm} />
    </>
  );
}

/** One alarm: what was expected, its course, what came after, which appeals and units are behind it. */
export function AlertPage() {
  const screen = useScreen();
  const id = screen.state.object;
  const step = useMemo(() => stepOfAlarm(id), [id]);
  const own = useMemo(
    () =>
      step ? { ...screen, state: changed(screen.state, { alarms: { ...step, open: id }, where: [] }) } : null,
    [screen, step, id],
  );
  const view = useRequest<Alarms>(own ? alarmsAddress(own) : '');
  if (!own || !step) return <NotThere step={null} />;
  const { answer } = view;
  const alarm = answer?.alarms.find((each) => each.id === id);
  return (
    <ScreenContext value={own}>
      <div className="alert-page" data-testid="alert-page">
        <Crumbs step={step} />
        {!answer && (view.error ? <FailedPanel view={view} /> : <Skeleton />)}
        {answer && alarm && <Found alarm={alarm} answer={answer} step={step} />}
        {answer && !alarm && !view.stale && <NotThere step={step} />}
      </div>
    </ScreenContext>
  );
}
