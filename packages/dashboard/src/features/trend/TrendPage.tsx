import {
  type Annotation,
  bucketEnd,
  inLanguage,
  type Period,
  type Trend,
  trendGrains,
} from '@hotline-atlas/model';
import { CourseChart } from '@hotline-atlas/ui/charts/CourseChart.tsx';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { continued, labelled, listed } from '@hotline-atlas/ui/format/joined.ts';
import { Segmented } from '@hotline-atlas/ui/kit/Segmented.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type ReactNode, useCallback, useState } from 'react';
import { JudgementPanel } from '../../judgement/JudgementPanel.tsx';
import { probability, stepLabel } from '../../judgement/numbers.ts';
import { MetricSelect } from '../../panel/MetricSelect.tsx';
import { chosenPlace } from '../../screen/chosen-place.ts';
import { describeFilters } from '../../screen/describe.ts';
import { useScreen } from '../../screen/screen.ts';
import { NotesButton, type Noting } from '../annotations/NotesButton.tsx';
import { NotesKey } from '../annotations/NotesKey.tsx';
import { NoteTexts } from '../annotations/NoteTexts.tsx';
import { useNotes } from '../annotations/useNotes.ts';
import { Candidates } from './Candidates.tsx';
import { TrendParts } from './TrendParts.tsx';
import { type CoursePoint, pointsOf, trendCourse } from './trendCourse.ts';
import { trendFinding, trendValue } from './trendSentences.ts';
import { courseTable, modelsTable, partsTable } from './trendTables.ts';
import { trendGrain, trendMetric, useTrend } from './useTrend.ts';
import { trendWords } from './words.ts';
import { YearOnYear } from './YearOnYear.tsx';
import './trend.css';

/** The days an axis reaches over, forecast included. */
function axisOf(answer: Trend | undefined): Period | null {
  const points = answer ? pointsOf(answer) : [];
  const [first, last] = [points[0]?.start, points.at(-1)?.start];
  return answer && first && last ? { from: first, to: bucketEnd(last, answer.meta.grain) } : null;
}

interface PointProps {
  answer: Trend;
  point: CoursePoint | undefined;
  notes: readonly Annotation[];
}

function Point({ answer, point, notes }: PointProps) {
  const { language } = useScreen();
  const words = useWords(trendWords);
  if (!point) return null;
  const { value, trend, mean, low, high, unusual, state } = point;
  return (
    <>
      <strong>{stepLabel(point.start, answer.meta.grain, language)}</strong>
      <span className="tooltip-figure">{trendValue(value ?? mean, answer, language)}</span>
      {mean !== null && (
        <span>
          {labelled(
            continued([words.forecast, words.interval('95%')], language),
            `${trendValue(low, answer, language)}–${trendValue(high, answer, language)}`,
            language,
          )}
        </span>
      )}
      {trend !== null && <span>{labelled(words.trend, trendValue(trend, answer, language), language)}</span>}
      {unusual && <span>{words.unusual}</span>}
      {(state === 'left_out' || state === 'too_few') && <span>{words.leftOut}</span>}
      <NoteTexts notes={notes} days={{ from: point.start, to: bucketEnd(point.start, answer.meta.grain) }} />
    </>
  );
}

interface CourseProps {
  answer: Trend;
  notes: readonly Annotation[];
  onNote: (days: Period) => void;
}

function Course({ answer, notes, onNote }: CourseProps) {
  const { palette, language, metricLabel } = useScreen();
  const words = useWords(trendWords);
  const points = pointsOf(answer);
  const build = useCallback(
    (width: number) => trendCourse(answer, words, width, { palette, language, notes }),
    [answer, words, palette, language, notes],
  );
  return (
    <CourseChart
      label={words.chart(metricLabel(answer.meta.metric))}
      length={points.length}
      build={build}
      describe={(index) => <Point answer={answer} point={points[index]} notes={notes} />}
      onNote={(first, last) => {
        const [from, end] = [points[first]?.start, points[last]?.start];
        if (from && end) onNote({ from, to: bucketEnd(end, answer.meta.grain) });
      }}
    />
  );
}

function Controls({ children }: { children: ReactNode }) {
  const screen = useScreen();
  const words = useWords(trendWords);
  return (
    <>
      <MetricSelect />
      <Segmented
        label={words.grain}
        options={trendGrains.map((name) => ({ name, label: words.grains[name] }))}
        chosen={trendGrain(screen)}
        onChoose={(grain) => screen.change({ trend: { grain } })}
      />
      <span className="hint">{words.key}</span>
      {children}
    </>
  );
}

/** Where a figure is going: its course taken apart, its forecast, and how far that can be trusted. */
export function TrendPage() {
  const screen = useScreen();
  const { state, meta, language, metricLabel } = screen;
  const words = useWords(trendWords);
  const view = useTrend();
  const { answer } = view;
  const notes = useNotes();
  const [noting, setNoting] = useState<Noting>(null);
  const axis = axisOf(answer);
  const metric = metricLabel(answer?.meta.metric ?? trendMetric(screen));
  const where = [chosenPlace(screen), ...describeFilters(state.where, screen)];
  const subtitle = [
    metric,
    ...new Set(where),
    answer && `${words.history} ${periodLabel(answer.meta.period, language)}`,
    meta.regimes.length > 0 &&
      words.bridged(
        listed(
          meta.regimes.map(({ label }) => inLanguage(label, language)),
          language,
        ),
      ),
    answer?.change && words.significance(probability(answer.change.p, language)),
  ];
  const told = subtitle.filter(Boolean).join(' · ');
  return (
    <div className="grid trend-page">
      <JudgementPanel
        name="course"
        view={view}
        title={answer ? trendFinding(answer, screen, words) : words.course}
        subtitle={told}
        controls={
          <Controls>
            {axis && <NotesButton notes={notes} days={axis} noting={noting} onNoting={setNoting} />}
          </Controls>
        }
        table={(shown) => courseTable(shown, words, language)}
      >
        {(shown) => (
          <>
            <Course answer={shown} notes={notes} onNote={setNoting} />
            {axis && <NotesKey notes={notes} days={axis} />}
          </>
        )}
      </JudgementPanel>
      <JudgementPanel
        name="parts"
        view={view}
        title={words.parts}
        subtitle={told}
        table={(shown) => partsTable(shown, words, language)}
      >
        {(shown) => <TrendParts answer={shown} />}
      </JudgementPanel>
      <JudgementPanel
        name="models"
        view={view}
        title={words.models}
        subtitle={told}
        table={(shown) => modelsTable(shown, words, language)}
      >
        {(shown) => (
          <>
            <YearOnYear answer={shown} />
            <Candidates answer={shown} />
          </>
        )}
      </JudgementPanel>
    </div>
  );
}
