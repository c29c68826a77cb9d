import type { Alarm, Alarms } from '@hotline-atlas/model';
import { bucketTick, dayLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useMayDraw } from '@hotline-atlas/ui/kit/firstPaint.ts';
import { PanelBody } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { expectation, probability } from '../../judgement/numbers.ts';
import { ObjectLink } from '../../panel/ObjectLink.tsx';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { seriesName } from '../alarms/alarmPlace.ts';
import { alarmWords } from '../alarms/words.ts';
import { Section } from './Section.tsx';
import { askWords } from './words-ask.ts';

const mostAlerts = 3;
const days = 30;
const [width, height] = [300, 40];

/** The last days of a series as bars, with the threshold of the last one dashed. */
function Bars({ series, threshold }: { series: Alarm['series']; threshold: number }) {
  const counts = series.count.slice(-days);
  const thresholds = series.threshold.slice(-days);
  const most = Math.max(1, threshold, ...counts.map((count) => count ?? 0));
  const wide = width / Math.max(1, counts.length);
  const y = (value: number) => height - (value / most) * (height - 2);
  return (
    <svg
      className="alert-bars"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {counts.map((count, at) => {
        const bound = thresholds[at] ?? null;
        const beyond = count !== null && bound !== null && count > bound;
        return (
          <rect
            key={series.start.at(at - counts.length)}
            className={beyond ? 'beyond' : ''}
            x={at * wide + 1}
            width={Math.max(1, wide - 2)}
            y={y(count ?? 0)}
            height={height - y(count ?? 0)}
          />
        );
      })}
      <line x1="0" x2={width} y1={y(threshold)} y2={y(threshold)} />
    </svg>
  );
}

function Alert({ alarm }: { alarm: Alarm }) {
  const screen = useScreen();
  const { language } = screen;
  const words = useWords(askWords);
  const name = seriesName(alarm, screen, useWords(alarmWords));
  const { series } = alarm;
  const first = series.start.slice(-days)[0];
  return (
    <li className="city-alert" data-testid="city-alert" data-alert={alarm.id}>
      <p className="city-ask-name">
        <ObjectLink to={{ page: 'alert', object: alarm.id }}>{name}</ObjectLink>
      </p>
      <p>{words.seen(exact(alarm.observed, language), expectation(alarm.expected, language))}</p>
      <Bars series={series} threshold={alarm.threshold} />
      <p className="alert-days hint">
        <span>{first && bucketTick(first, 'day', language)}</span>
        <span>{words.since(bucketTick(alarm.since, 'day', language))}</span>
      </p>
      <p className="hint">
        {words.bars(
          exact(Math.min(days, series.start.length), language),
          expectation(alarm.threshold, language),
        )}
        {language === 'zh' ? '；' : '; '}
        {words.q(probability(alarm.q, language))}
      </p>
    </li>
  );
}

/** The largest alerts of the newest day; where there is none, how many series were tested. */
export function AlertList({ most = mostAlerts }: { most?: number }) {
  const { language } = useScreen();
  const words = useWords(askWords);
  const mayDraw = useMayDraw();
  // The heaviest question of the page: it waits until what is read first is there.
  const view = useRequest<Alarms>(mayDraw ? 'alarms?watch=day' : '');
  const { answer } = view;
  const number = (value: number) => exact(value, language);
  /** What of the series tested does not stand in the list. */
  const closing = (alarms: number, tested: number): string => {
    if (alarms > most) return words.others(number(alarms - most), number(tested));
    if (alarms > 0) return words.noOther(number(tested));
    return tested > 0 ? words.none(number(tested)) : words.noneTested;
  };
  return (
    <Section
      name="alerts"
      view={view}
      title={answer ? words.alerts(number(answer.alarms.length)) : words.alerts('')}
      subtitle={answer ? words.alertsOf(dayLabel(answer.meta.day, language)) : ''}
    >
      <PanelBody view={view}>
        {({ alarms, meta }) => (
          <>
            <ol>
              {alarms.slice(0, most).map((alarm) => (
                <Alert key={alarm.id} alarm={alarm} />
              ))}
            </ol>
            <p className="hint">
              {closing(alarms.length, meta.tested)}{' '}
              <ObjectLink to={{ page: 'alarms', object: '' }}>{words.allAlerts}</ObjectLink>
            </p>
          </>
        )}
      </PanelBody>
    </Section>
  );
}
