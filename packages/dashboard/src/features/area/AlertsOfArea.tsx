import { type Alarm, type Alarms, encodeClause, inLanguage } from '@hotline-atlas/model';
import { dayLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { turnedTo } from '../../address/object.ts';
import { expectation } from '../../judgement/numbers.ts';
import { ObjectLink, StateLink } from '../../panel/ObjectLink.tsx';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { seriesName } from '../alarms/alarmPlace.ts';
import { watchable } from '../alarms/useAlarms.ts';
import { alarmWords } from '../alarms/words.ts';
import type { ShownArea } from './area.ts';
import type { Shown } from './asking.ts';
import { areaPageWords } from './words.ts';
import { Zone } from './Zone.tsx';

const most = 3;
const mostAsked = 500;

/** Whether an alert is of an area, or of a part of it. */
const liesIn = ({ area: of }: Alarm, area: ShownArea): boolean =>
  of.level !== 'city' && (of.code === area.code || area.parts.includes(of.code));

/** What is unusual in the area on the newest day. */
export function AlertsOfArea({ shown }: { shown: Shown }) {
  const screen = useScreen();
  const { state, language } = screen;
  const words = useWords(areaPageWords).alerts;
  const ofAlarms = useWords(alarmWords);
  const { area } = shown;
  const filters = watchable(shown.where.slice(area.where.length));
  const parameters = new URLSearchParams({ limit: String(mostAsked) });
  for (const clause of filters) parameters.append('where', encodeClause(clause));
  // Alerts of the city that lie here. Asked for alone, the area would be judged as if it were all there is.
  const view = useRequest<Alarms>(`alarms?${parameters}`);
  const { answer } = view;
  const alarmsHere = answer?.alarms.filter((alarm) => liesIn(alarm, area)) ?? [];
  const count = alarmsHere.length;
  return (
    <Zone
      name="area-alerts"
      view={view}
      label={words.panel}
      title={
        answer ? (count === 0 ? words.none : words.title(exact(count, language), count === 1)) : words.panel
      }
      subtitle={answer ? words.subtitle(dayLabel(answer.meta.period.from, language)) : ''}
      ways={
        <StateLink className="link" to={turnedTo(state, { page: 'alarms', object: '' }, filters)}>
          {words.all}
        </StateLink>
      }
      judged={answer}
    >
      {({ notice }) => (
        <>
          {notice && <p className="panel-message">{inLanguage(notice, language)}</p>}
          <ul className="reasons">
            {alarmsHere.slice(0, most).map((alarm) => (
              <li key={alarm.id}>
                <ObjectLink to={{ page: 'alert', object: alarm.id }} where={filters}>
                  {seriesName(alarm, screen, ofAlarms)}
                </ObjectLink>{' '}
                <b>{words.size(exact(alarm.observed, language), expectation(alarm.expected, language))}</b>
              </li>
            ))}
          </ul>
        </>
      )}
    </Zone>
  );
}
