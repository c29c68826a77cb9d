import type { Alarms, UnalarmedSeries } from '@hotline-atlas/model';
import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { expectation, probability } from '../../judgement/numbers.ts';
import { useScreen } from '../../screen/screen.ts';
import { AlarmWays } from './AlarmWays.tsx';
import { seriesName } from './alarmPlace.ts';
import { alarmWords } from './words.ts';

/**
 * How far a count has come on the way to an alarm: a bar, with marks for what was expected and where an alarm
 * begins.
 */
function Gauge({ observed, expected, threshold }: UnalarmedSeries) {
  const end = Math.max(observed, threshold ?? 0, 1) * 1.05;
  const at = (value: number) => `${(value / end) * 100}%`;
  return (
    <span className="track" aria-hidden="true">
      <i className="track-bar" style={{ width: at(observed) }} />
      {expected !== null && <i className="track-before" style={{ left: at(expected) }} />}
      {threshold !== null && <i className="track-whole" style={{ left: at(threshold) }} />}
    </span>
  );
}

function Row({ series, answer }: { series: UnalarmedSeries; answer: Alarms }) {
  const screen = useScreen();
  const { language } = screen;
  const words = useWords(alarmWords);
  const { observed, expected, threshold, p } = series;
  const { period, tested } = answer.meta;
  const byChance = p === null ? '–' : exact(Math.ceil(p * tested), language);
  return (
    <li className="alarm near">
      <div className="alarm-open">
        <span className="alarm-name">{seriesName(series, screen, words)}</span>
        <Gauge {...series} />
        <span className="alarm-size">
          <b>{exact(observed, language)}</b>{' '}
          <small>
            {words.cases.expected} {expectation(expected, language)}
          </small>
        </span>
      </div>
      <p className="note">
        {words.quiet.bound} {expectation(threshold, language)} ·{' '}
        {labelled(
          words.p(probability(p, language)),
          words.quiet.byChance(exact(tested, language), byChance),
          language,
        )}
      </p>
      <AlarmWays series={{ ...series, period, since: period.from }} />
    </li>
  );
}

/** The series that came nearest to an alarm, each with how near. */
export function NearestSeries({ answer }: { answer: Alarms }) {
  const words = useWords(alarmWords);
  return (
    <section aria-label={words.quiet.nearest}>
      <h3>{words.quiet.nearest}</h3>
      {answer.nearest.length === 0 && <p className="note">{words.quiet.noneNear}</p>}
      {answer.nearest.length > 0 && (
        <p className="note">
          <i className="key-before" aria-hidden="true" />
          {words.quiet.keyExpected} · <i className="key-whole" aria-hidden="true" /> {words.quiet.bound}
        </p>
      )}
      <ol>
        {answer.nearest.map((series) => (
          <Row
            key={`${series.topic.level}${series.topic.code} ${series.area.level}${series.area.code}`}
            series={series}
            answer={answer}
          />
        ))}
      </ol>
    </section>
  );
}
