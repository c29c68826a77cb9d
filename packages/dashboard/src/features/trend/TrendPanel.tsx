import {
  type Annotation,
  type Answer,
  bucketEnd,
  daysBetween,
  inLanguage,
  metricOf,
  type Period,
  shift,
} from '@hotline-atlas/model';
import { changeFrom } from '@hotline-atlas/ui/answer/change.ts';
import { metricIn } from '@hotline-atlas/ui/answer/columns.ts';
import { provisionalBuckets } from '@hotline-atlas/ui/answer/provisional.ts';
import { type TrendPoint, trendOf } from '@hotline-atlas/ui/answer/trend.ts';
import { LazyChart } from '@hotline-atlas/ui/charts/LazyChart.tsx';
import { bandsOn, marksOn, notesOn, withoutOverlaps } from '@hotline-atlas/ui/charts/trendMarks.ts';
import { type TrendOptions, trendOption } from '@hotline-atlas/ui/charts/trendOption.ts';
import { bucketLabel, periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { formatExact } from '@hotline-atlas/ui/format/numbers.ts';
import { Skeleton } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { useWidth } from '@hotline-atlas/ui/kit/useWidth.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { Suspense, useMemo, useState } from 'react';
import { chooseGrain } from '../../address/period.ts';
import { PanelFrame } from '../../panel/PanelFrame.tsx';
import { perGrain, subtitle, trendTitle } from '../../panel/titles.ts';
import { courseQuestion, figuresQuestion, tilesFor } from '../../questions/figureQuestions.ts';
import { useSelectedMetric } from '../../questions/selectMetric.ts';
import { useRecorded } from '../../questions/useRecorded.ts';
import { useAnswer } from '../../questions/useRequest.ts';
import { chosenPlace } from '../../screen/chosen-place.ts';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { NotesButton, type Noting } from '../annotations/NotesButton.tsx';
import { NotesKey } from '../annotations/NotesKey.tsx';
import { NoteTexts } from '../annotations/NoteTexts.tsx';
import { useNotes } from '../annotations/useNotes.ts';
import { useChange } from '../change/useChange.ts';
import { courseWords } from './courseWords.ts';
import { GrainSwitch } from './GrainSwitch.tsx';

/** All of the screen that shows in the picture: whatever else changes does not draw it anew. */
type Surroundings = Pick<Screen, 'meta' | 'language' | 'palette' | 'messages'> &
  Pick<Screen['state'], 'span' | 'comparison'> & { notes: readonly Annotation[] };

const isCompared = (answer: Answer): boolean =>
  answer.rows.some((row) => typeof row[`${metricIn(answer)}_before_paired`] === 'number');

/** Names for the ends of the lines: the years where they differ, else what the comparison is called. */
function lineNames(
  answer: Answer,
  { messages, comparison, language }: Surroundings,
): [string, string | null] {
  const { period, compared_period: compared } = answer.meta;
  if (!compared || !isCompared(answer)) return ['', null];
  const years = [period, compared].map(({ from, to }) => [
    from.slice(0, 4),
    shift(to, 'day', -1).slice(0, 4),
  ]);
  const [[first, now] = [], [firstBefore, before] = []] = years;
  if (now && before && first === now && firstBefore === before && now !== before) return [now, before];
  return [
    courseWords[language].now,
    messages.filters.comparisons[comparison === 'none' ? 'year' : comparison],
  ];
}

/** Holidays are shaded; a season would shade everything, and is told in the tooltip only. */
const isShort = ({ from, to }: Period) => daysBetween(from, to) <= 14;

/** No value anywhere, or nothing but zeros. */
const isBlank = (answer: Answer): boolean => answer.rows.every((row) => !row[metricIn(answer)]);

const plotMargins = 140;

function optionsFor(answer: Answer, around: Surroundings, width: number): TrendOptions {
  const { meta, language, palette, span, notes } = around;
  const { grain, points } = trendOf(answer);
  const starts = points.map(({ code }) => code);
  const named = (each: Screen['meta']['regimes'][number]) => ({
    ...each,
    label: inLanguage(each.label, language),
  });
  const [name, nameBefore] = lineNames(answer, around);
  const fine = grain === 'day' || grain === 'hour' || grain === 'week';
  return {
    palette,
    language,
    name,
    nameBefore,
    span: span ? (bandsOn([{ ...span, label: '' }], starts, grain)[0] ?? null) : null,
    regimes: bandsOn(meta.regimes.map(named), starts, grain),
    holidays:
      fine && points.length <= 130 ? bandsOn(meta.holidays.filter(isShort).map(named), starts, grain) : [],
    marks: withoutOverlaps(
      marksOn(
        meta.annotations.map(({ date, label }) => ({ date, label: inLanguage(label, language) })),
        starts,
        grain,
      ),
      starts.length,
      width - plotMargins,
    ),
    notes: notesOn(notes, starts, grain),
    width,
  };
}

interface PointProps {
  point: TrendPoint | undefined;
  answer: Answer;
  notes: readonly Annotation[];
}

function Point({ point, answer, notes }: PointProps) {
  const words = useWords(courseWords);
  const screen = useScreen();
  const { language, messages, meta } = screen;
  if (!point) return null;
  const { metric, grain } = trendOf(answer);
  const { unit } = metricOf(metric);
  const change = point.change === null ? null : changeFrom(point.change, unit, language);
  const day = point.code.slice(0, 10);
  const end = bucketEnd(day, grain);
  const stretches = [...meta.regimes, ...meta.holidays].filter(
    ({ from, to }) => from < end && day < to && (grain === 'day' || daysBetween(from, to) > 14),
  );
  const events = meta.annotations.filter(({ date }) => date >= day && date < end);
  return (
    <>
      <strong>{bucketLabel(point.code, grain, language)}</strong>
      <span className="tooltip-figure">
        {point.value === null ? '–' : formatExact(point.value, unit, language)}
      </span>
      {point.before !== null && (
        <span>
          {labelled(
            messages.filters.comparisons[screen.state.comparison],
            formatExact(point.before, unit, language),
            language,
          )}
          {change && ` (${change.signed})`}
        </span>
      )}
      {point.wholeBefore !== null && point.wholeBefore !== point.before && (
        <span>{messages.comparison.wholeBefore(formatExact(point.wholeBefore, unit, language))}</span>
      )}
      {point.incomplete && <span>{words.incompleteBucket}</span>}
      {point.provisional && <span>{messages.comparison.ripeness.bucket}</span>}
      {[...stretches, ...events].map(({ label }) => (
        <span key={label.en}>{inLanguage(label, language)}</span>
      ))}
      <NoteTexts notes={notes} days={{ from: day, to: end }} />
    </>
  );
}

interface TrendChartProps {
  answer: Answer;
  notes: readonly Annotation[];
  onNote: (days: Period) => void;
}

function TrendChart({ answer, notes, onNote }: TrendChartProps) {
  const words = useWords(courseWords);
  const screen = useScreen();
  const { messages, state, change, meta, language, palette } = screen;
  const { span, comparison } = state;
  const { host, width } = useWidth();
  const trend = useMemo(() => trendOf(answer), [answer]);
  const option = useMemo(
    () =>
      trendOption(
        trend,
        optionsFor(answer, { meta, language, palette, messages, span, comparison, notes }, width),
      ),
    [trend, answer, width, meta, language, palette, messages, span, comparison, notes],
  );
  const daysOf = (first: number, last: number): Period | null => {
    const [from, end] = [trend.points[first]?.code.slice(0, 10), trend.points[last]?.code.slice(0, 10)];
    return from === undefined || end === undefined ? null : { from, to: bucketEnd(end, trend.grain) };
  };
  const choose = (first: number, last: number) => {
    const days = daysOf(first, last);
    if (!days) return;
    const same = span?.from === days.from && span.to === days.to;
    change({ span: same ? null : days });
  };
  return (
    <div ref={host} className="chart-host">
      <Suspense fallback={<Skeleton />}>
        <LazyChart
          option={option}
          label={words.chart(screen.metricLabel(trend.metric))}
          length={trend.points.length}
          describe={(index) => <Point point={trend.points[index]} answer={answer} notes={notes} />}
          onChoose={choose}
          onClear={() => change({ span: null })}
          onNote={(first, last) => {
            const days = daysOf(first, last);
            if (days) onNote(days);
          }}
        />
      </Suspense>
    </div>
  );
}

/** What the dashes of the line mean, where it has some. */
function noteOn(answer: Answer | undefined, { messages, language }: Screen): string {
  if (!answer) return '';
  const notes = [
    ...(answer.meta.incomplete.length > 0 ? [courseWords[language].incomplete] : []),
    ...(provisionalBuckets(answer, metricIn(answer)).size > 0 ? [messages.comparison.ripeness.dashed] : []),
  ];
  return notes.map((note) => ` · ${note}`).join('');
}

/** The chosen metric over time, with its comparator; choosing days filters everything else. */
export function TrendPanel() {
  const words = useWords(courseWords);
  const screen = useScreen();
  const { state, period, messages, language } = screen;
  const grain = chooseGrain(period, state.trend.grain);
  const tiles = tilesFor(useRecorded(), state.metric);
  const view = useSelectedMetric(useAnswer(courseQuestion(tiles, grain), 'span'), state.metric);
  const compares = state.comparison !== 'none';
  const whole = useAnswer(compares ? figuresQuestion(tiles, state.comparison) : null, 'span');
  const judged = useChange({
    metric: state.metric,
    by: null,
    comparison: state.comparison,
    source: 'span',
    ready: whole.answer !== undefined && !whole.stale,
  });
  const compared = view.answer && isCompared(view.answer) ? view.answer.meta.compared_period : null;
  const note = noteOn(view.answer, screen);
  const notes = useNotes();
  const [noting, setNoting] = useState<Noting>(null);
  return (
    <PanelFrame
      name="trend"
      view={view}
      fallback={words.panel}
      heading={(answer) => ({
        title: trendTitle(answer, whole.answer, screen, judged?.whole?.mark ?? null),
        subtitle: subtitle(answer, chosenPlace(screen), screen, perGrain(answer, screen)) + note,
      })}
      isEmpty={isBlank}
      controls={
        <>
          <GrainSwitch />
          <span className="hint">
            {compared &&
              labelled(
                messages.filters.comparisons[state.comparison],
                periodLabel(compared, language),
                language,
              )}
            {view.answer && (
              <span className="screen-only">
                {compared && ' · '}
                {words.spanHint}
              </span>
            )}
          </span>
          <NotesButton notes={notes} days={period} noting={noting} onNoting={setNoting} />
        </>
      }
    >
      {(answer) => (
        <>
          <TrendChart answer={answer} notes={notes} onNote={setNoting} />
          <NotesKey notes={notes} days={period} />
        </>
      )}
    </PanelFrame>
  );
}
