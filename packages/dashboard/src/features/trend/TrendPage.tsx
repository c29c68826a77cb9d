import { inLanguage, type Trend, trendGrains } from '@hotline-atlas/model';
import { CourseChart } from '@hotline-atlas/ui/charts/CourseChart.tsx';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { Segmented } from '@hotline-atlas/ui/kit/Segmented.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useCallback } from 'react';
import { JudgementPanel } from '../../judgement/JudgementPanel.tsx';
import { probability, stepLabel } from '../../judgement/numbers.ts';
import { MetricSelect } from '../../panel/MetricSelect.tsx';
import { chosenPlace } from '../../screen/chosen-place.ts';
import { describeFilters } from '../../screen/describe.ts';
import { useScreen } from '../../screen/screen.ts';
import { Candidates } from './Candidates.tsx';
import { TrendParts } from './TrendParts.tsx';
import { type CoursePoint, pointsOf, trendCourse } from './trendCourse.ts';
import { trendFinding, trendValue } from './trendSentences.ts';
import { courseTable, modelsTable, partsTable } from './trendTables.ts';
import { trendGrain, trendMetric, useTrend } from './useTrend.ts';
import { trendWords } from './words.ts';
import { YearOnYear } from './YearOnYear.tsx';
import './trend.css';

function Point({ answer, point }: { answer: Trend; point: CoursePoint | undefined }) {
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
          {words.forecast}, {words.interval('95%')}: {trendValue(low, answer, language)}–
          {trendValue(high, answer, language)}
        </span>
      )}
      {trend !== null && (
        <span>
          {words.trend}: {trendValue(trend, answer, language)}
        </span>
      )}
      {unusual && <span>{words.unusual}</span>}
      {(state === 'left_out' || state === 'too_few') && <span>{words.leftOut}</span>}
    </>
  );
}

function Course({ answer }: { answer: Trend }) {
  const { palette, language, metricLabel } = useScreen();
  const words = useWords(trendWords);
  const points = pointsOf(answer);
  const build = useCallback(
    (width: number) => trendCourse(answer, words, width, { palette, language }),
    [answer, words, palette, language],
  );
  return (
    <CourseChart
      label={words.chart(metricLabel(answer.meta.metric))}
      length={points.length}
      build={build}
      describe={(index) => <Point answer={answer} point={points[index]} />}
    />
  );
}

function Controls() {
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
  const metric = metricLabel(answer?.meta.metric ?? trendMetric(screen));
  const where = [chosenPlace(screen), ...describeFilters(state.where, screen)];
  const subtitle = [
    metric,
    ...new Set(where),
    answer && `${words.history} ${periodLabel(answer.meta.period, language)}`,
    meta.regimes.length > 0 &&
      words.bridged(meta.regimes.map(({ label }) => inLanguage(label, language)).join(', ')),
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
        controls={<Controls />}
        table={(shown) => courseTable(shown, words, language)}
      >
        {(shown) => <Course answer={shown} />}
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
