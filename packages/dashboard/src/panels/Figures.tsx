import { type Answer, type MetricName, metricOf, previousPeriod, yearBefore } from '@hotline-atlas/model';
import type { CSSProperties } from 'react';
import { grainIn } from '../api/table.ts';
import { numberIn, textIn, useAnswer } from '../api/useAnswer.ts';
import { changeOf } from '../format/change.ts';
import { periodLabel } from '../format/dates.ts';
import { exact, formatExact, formatValue, percent } from '../format/numbers.ts';
import { chooseGrain } from '../state/period.ts';
import type { ShownMetric } from '../state/schema.ts';
import { type Screen, useScreen } from '../state/screen.ts';
import { FailedNote, FailedPanel } from './Failure.tsx';
import { courseQuestion, figuresQuestion, tilesFor } from './figureQuestions.ts';
import { Sparkline } from './Sparkline.tsx';
import { useRecorded } from './useRecorded.ts';
import { useStill } from './useStill.ts';
import { isOld, isUnderway, stateOf, Waiting } from './Waiting.tsx';

const arrows = { up: '▲', down: '▼', same: '=' } as const;

function Change({ metric, answer, className }: { metric: MetricName; answer: Answer; className: string }) {
  const { language, messages } = useScreen();
  const row = answer.rows[0];
  const compared = answer.meta.compared_period;
  const before = numberIn(row, `${metric}_before`);
  const change = changeOf(numberIn(row, metric), before, metricOf(metric).unit, language);
  if (!compared || !change) return <p className={`change ${className}`}>{messages.tiles.noComparison}</p>;
  const period = periodLabel(compared, language);
  const words = messages.moved(change.size, change.direction, period);
  return (
    <p
      className={`change ${className}`}
      title={`${words} (${formatExact(before ?? 0, metricOf(metric).unit, language)})`}
    >
      <small aria-hidden="true">{arrows[change.direction]}</small> <span className="hidden">{words}</span>
      <span aria-hidden="true">
        <b>{change.signed}</b> {messages.on.year(period)}
      </span>
    </p>
  );
}

/** What a figure is made of. */
function basis(metric: MetricName, answer: Answer, { language, messages }: Screen): string {
  const row = answer.rows[0];
  const [numerator, denominator] = [
    numberIn(row, `${metric}_numerator`),
    numberIn(row, `${metric}_denominator`),
  ];
  if (metric === 'appeals') {
    const [dispatched, known] = [numberIn(row, 'direct_answer_share'), numberIn(row, 'appeals')];
    if (dispatched !== null) return messages.tiles.dispatched(percent(1 - dispatched, language));
    return known === null ? '' : exact(known, language);
  }
  if (numerator !== null && denominator !== null)
    return messages.tiles.of(exact(numerator, language), exact(denominator, language));
  return denominator === null ? '' : messages.tiles.closed(exact(denominator, language));
}

interface TileProps {
  metric: ShownMetric;
  previous: Answer;
  year: Answer | undefined;
  course: Answer | undefined;
}

function Tile({ metric, previous, year, course }: TileProps) {
  const screen = useScreen();
  const { state, language, messages, change } = screen;
  const value = numberIn(previous.rows[0], metric);
  const { unit } = metricOf(metric);
  const same = year?.meta.compared_period?.from === previous.meta.compared_period?.from;
  const values = course
    ? course.rows.filter((row) => !isIncomplete(course, row)).map((row) => numberIn(row, metric))
    : [];
  return (
    <li>
      <button
        type="button"
        className="tile"
        aria-pressed={state.metric === metric}
        title={messages.tiles.choose(screen.metricLabel(metric))}
        data-testid={`tile-${metric}`}
        onClick={() => change({ metric })}
      >
        <span className="tile-label">{screen.metricLabel(metric)}</span>
        <span className="tile-figure">
          <span className="tile-value" title={value === null ? '' : formatExact(value, unit, language)}>
            {value === null ? '–' : formatValue(value, unit, language)}
          </span>
          <Sparkline values={values} />
        </span>
        {value === null ? <p className="change">{messages.tiles.noCases}</p> : null}
        {value !== null && year && <Change metric={metric} answer={year} className="main" />}
        {value !== null && !same && hasBefore(metric, previous) && (
          <Change metric={metric} answer={previous} className="second" />
        )}
        <span className="tile-basis">{value === null ? '' : basis(metric, previous, screen)}</span>
      </button>
    </li>
  );
}

const hasBefore = (metric: MetricName, answer: Answer) =>
  numberIn(answer.rows[0], `${metric}_before`) !== null;

const isIncomplete = (answer: Answer, row: Answer['rows'][number]) =>
  answer.meta.incomplete.includes(textIn(row, grainIn(answer) ?? 'day'));

const tilesInRow = (tiles: number) => ({ '--tiles': tiles }) as CSSProperties;

/** The figures of the period, each against the period before and the year before. A click puts one on every panel. */
export function Figures() {
  const { state, days, messages } = useScreen();
  const tiles = tilesFor(useRecorded(), state.metric);
  const isYear = previousPeriod(days).from === yearBefore(days).from;
  const year = useAnswer(figuresQuestion(tiles, 'year'), null);
  const previous = useAnswer(figuresQuestion(tiles, isYear ? 'year' : 'previous'), null);
  const course = useAnswer(courseQuestion(tiles, chooseGrain(days, state.grain)), null);
  const shown = previous.answer;
  const still = useStill();
  return (
    <section
      className="figures"
      aria-label={messages.measure}
      aria-busy={still || [previous, year, course].some(isUnderway)}
      data-testid="figures"
      data-state={still ? 'stale' : stateOf(previous, [year, course])}
    >
      {previous.error && !shown && <FailedPanel view={previous} messages={messages} />}
      {previous.error && shown ? (
        <FailedNote view={previous} />
      ) : (
        <Waiting view={previous} shown={shown !== undefined} />
      )}
      <ul className={isOld(previous) ? 'stale' : ''} style={tilesInRow(tiles.length)}>
        {tiles.map((metric) =>
          shown ? (
            <Tile key={metric} metric={metric} previous={shown} year={year.answer} course={course.answer} />
          ) : (
            <li key={metric} className="tile skeleton" />
          ),
        )}
      </ul>
    </section>
  );
}
