import {
  type Answer,
  changeMetrics,
  type MetricName,
  metricOf,
  type Projection,
  previousPeriod,
  yearBefore,
} from '@hotline-atlas/model';
import { changeIn, isFewCompared, isPerDay } from '@hotline-atlas/ui/answer/change.ts';
import { grainIn } from '@hotline-atlas/ui/answer/columns.ts';
import { isProvisional, provisionalBuckets } from '@hotline-atlas/ui/answer/provisional.ts';
import { numberIn, textIn } from '@hotline-atlas/ui/answer/row.ts';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact, formatExact, formatValue, percent } from '@hotline-atlas/ui/format/numbers.ts';
import { FailedNote, FailedPanel } from '@hotline-atlas/ui/kit/Failure.tsx';
import { Sparkline } from '@hotline-atlas/ui/kit/Sparkline.tsx';
import { isOld, isUnderway, stateOf, Waiting } from '@hotline-atlas/ui/kit/Waiting.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type CSSProperties, useEffect } from 'react';
import { chooseGrain } from '../../address/period.ts';
import type { Comparison, ShownMetric } from '../../address/shared.ts';
import { usePending } from '../../address/useNavigation.ts';
import { pairsTold } from '../../panel/coverage.ts';
import { ripenessTold, shortRipeness } from '../../panel/ripeness.ts';
import { courseQuestion, figuresQuestion, tilesFor } from '../../questions/figureQuestions.ts';
import { useRecorded } from '../../questions/useRecorded.ts';
import { useAnswer } from '../../questions/useRequest.ts';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { Mark, MarkToCome, toldBy } from '../change/Mark.tsx';
import { useChange } from '../change/useChange.ts';
import { useProjection } from '../ripeness/useProjection.ts';
import { FiguresLead } from './FiguresLead.tsx';
import { figureWords } from './words.ts';
import './figures.css';

interface ChangeProps {
  metric: MetricName;
  answer: Answer;
  className: string;
  comparison: Comparison;
}

function Change({ metric, answer, className, comparison }: ChangeProps) {
  const screen = useScreen();
  const judged = useChange({ metric, by: null, comparison, source: null, ready: true });
  const mark = judged?.whole?.mark ?? null;
  const { language, messages } = screen;
  const words = messages.comparison;
  const row = answer.rows[0];
  const compared = answer.meta.compared_period;
  const change = changeIn(row, metric, language);
  const unripe = shortRipeness(answer, metric, screen);
  const projection = useProjection(metric, unripe !== null);
  if (unripe)
    return (
      <p className={`change ${className}`} title={ripenessTold(answer, metric, screen) ?? undefined}>
        <Mark mark="provisional" /> {unripe}
        {projection && <span className="projection"> {probably(projection, metric, screen)}</span>}
      </p>
    );
  if (!compared || !change) {
    const few = compared !== null && isFewCompared(row, metric);
    return <p className={`change ${className}`}>{few ? words.fewCompared : words.none}</p>;
  }
  const period = periodLabel(compared, language);
  const daily = isPerDay(answer.meta.covered, metricOf(metric).unit);
  const moved = words.moved(change.size, change.direction, period, daily);
  const told = [moved, totals(metric, answer, screen), pairsTold(answer.meta, screen)].filter(Boolean);
  return (
    <p className={`change ${className} ${toldBy(mark)}`} title={told.join(words.semicolon)}>
      {mark && <Mark mark={mark} />} {!judged && changeMetrics.includes(metric) && <MarkToCome />}
      <span className="hidden">{moved}</span>
      <span aria-hidden="true">
        <b>{change.signed}</b> {words.on(period, daily)}
      </span>
    </p>
  );
}

/** What a figure that is not final will probably become. */
function probably({ rate, lower, upper }: Projection, metric: MetricName, screen: Screen): string {
  const { unit } = metricOf(metric);
  const text = (value: number) => formatValue(value, unit, screen.language);
  return screen.messages.comparison.ripeness.probably(text(rate), text(lower), text(upper));
}

/** Both sides as they are, beside a change that speaks of comparable days only. */
function totals(metric: MetricName, { rows: [row] }: Answer, { messages, language }: Screen): string | null {
  const { unit } = metricOf(metric);
  const [now, before] = [numberIn(row, metric), numberIn(row, `${metric}_before`)];
  if (now === null || before === null) return null;
  return messages.comparison.totals(formatExact(now, unit, language), formatExact(before, unit, language));
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
    if (dispatched !== null) return figureWords[language].dispatched(percent(1 - dispatched, language));
    return known === null ? '' : exact(known, language);
  }
  if (numerator !== null && denominator !== null)
    return messages.panels.of(exact(numerator, language), exact(denominator, language));
  return denominator === null ? '' : figureWords[language].closed(exact(denominator, language));
}

interface TileProps {
  metric: ShownMetric;
  previous: Answer;
  year: Answer | undefined;
  course: Answer | undefined;
}

function Tile({ metric, previous, year, course }: TileProps) {
  const words = useWords(figureWords);
  const screen = useScreen();
  const { state, language, change } = screen;
  const value = numberIn(previous.rows[0], metric);
  const { unit } = metricOf(metric);
  const same = year?.meta.compared_period?.from === previous.meta.compared_period?.from;
  const values = course
    ? course.rows.filter((row) => !isOpen(course, row, metric)).map((row) => numberIn(row, metric))
    : [];
  return (
    <li>
      <button
        type="button"
        className={`tile ${isProvisional(previous, metric) ? 'provisional' : ''}`}
        aria-pressed={state.metric === metric}
        title={words.choose(screen.metricLabel(metric))}
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
        {value === null ? <p className="change">{words.noCases}</p> : null}
        {value !== null && year && (
          <Change metric={metric} answer={year} className="main" comparison="year" />
        )}
        {value !== null && !same && hasBefore(metric, previous) && !isProvisional(previous, metric) && (
          <Change metric={metric} answer={previous} className="second" comparison="previous" />
        )}
        <span className="tile-basis">{value === null ? '' : basis(metric, previous, screen)}</span>
      </button>
    </li>
  );
}

const hasBefore = (metric: MetricName, answer: Answer) =>
  numberIn(answer.rows[0], `${metric}_before_paired`) !== null;

/**
 * Whether the figure of a bucket will still move: days of it are to come, or orders of it are not closed or
 * visited yet.
 */
function isOpen(answer: Answer, row: Answer['rows'][number], metric: MetricName): boolean {
  const bucket = textIn(row, grainIn(answer) ?? 'day');
  return answer.meta.incomplete.includes(bucket) || provisionalBuckets(answer, metric).has(bucket);
}

const tilesInRow = (tiles: number) => ({ '--tiles': tiles }) as CSSProperties;

/**
 * The figures of the period, each against the period before and the year before. A click puts one on every
 * panel.
 */
export function Figures({ onDrawn }: { onDrawn: () => void }) {
  const { state, days, messages } = useScreen();
  const tiles = tilesFor(useRecorded(), state.metric);
  const isYear = previousPeriod(days).from === yearBefore(days).from;
  const year = useAnswer(figuresQuestion(tiles, 'year'), null);
  const previous = useAnswer(figuresQuestion(tiles, isYear ? 'year' : 'previous'), null);
  const course = useAnswer(courseQuestion(tiles, chooseGrain(days, state.trend.grain)), null);
  const shown = previous.answer;
  const still = usePending();
  const isDrawn = shown !== undefined || previous.error !== null;
  useEffect(() => {
    if (isDrawn) onDrawn();
  }, [isDrawn, onDrawn]);
  return (
    <section
      className={`figures ${isYear ? '' : 'compared-twice'}`}
      aria-label={messages.measure}
      aria-busy={still || [previous, year, course].some(isUnderway)}
      data-testid="figures"
      data-state={still ? 'stale' : stateOf(previous, [year, course])}
    >
      {previous.error && !shown && <FailedPanel view={previous} />}
      {previous.error && shown ? (
        <FailedNote view={previous} />
      ) : (
        <Waiting view={previous} shown={shown !== undefined} />
      )}
      <FiguresLead tiles={tiles} year={year.answer} />
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
