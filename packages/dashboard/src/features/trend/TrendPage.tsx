import { inLanguage, type Trend, trendGrains } from '@hotline-atlas/model';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { Segmented } from '@hotline-atlas/ui/kit/Segmented.tsx';
import { useCallback } from 'react';
import { CourseChart } from '../../judgement/CourseChart.tsx';
import { JudgementPanel } from '../../judgement/JudgementPanel.tsx';
import { probability, stepLabel } from '../../judgement/numbers.ts';
import { useWords } from '../../judgement/words/index.ts';
import { MetricSelect } from '../../panel/MetricSelect.tsx';
import { chosenPlace } from '../../screen/chosen-place.ts';
import { describeFilters } from '../../screen/describe.ts';
import { useScreen } from '../../screen/screen.ts';
import { Candidates } from './Candidates.tsx';
import { TrendParts } from './TrendParts.tsx';
import { type CoursePoint, pointsOf, trendCourse } from './trendCourse.ts';
import { courseTable, modelsTable, partsTable } from './trendTables.ts';
import { trendFinding, trendValue } from './trendWords.ts';
import { trendGrain, trendMetric, useTrend } from './useTrend.ts';
import { YearOnYear } from './YearOnYear.tsx';

function Point({ answer, point }: { answer: Trend; point: CoursePoint | undefined }) {
  const { language } = useScreen();
  const words = useWords();
  if (!point) return null;
  const { value, trend, mean, low, high, unusual, state } = point;
  return (
    <>
      <strong>{stepLabel(point.start, answer.meta.grain, language)}</strong>
      <span className="tooltip-figure">{trendValue(value ?? mean, answer, language)}</span>
      {mean !== null && (
        <span>
          {words.trend.forecast}, {words.trend.interval('95%')}: {trendValue(low, answer, language)}–
          {trendValue(high, answer, language)}
        </span>
      )}
      {trend !== null && (
        <span>
          {words.trend.trend}: {trendValue(trend, answer, language)}
        </span>
      )}
      {unusual && <span>{words.trend.unusual}</span>}
      {(state === 'left_out' || state === 'too_few') && <span>{words.trend.leftOut}</span>}
    </>
  );
}

function Course({ answer }: { answer: Trend }) {
  const { palette, language, metricLabel } = useScreen();
  const words = useWords();
  const points = pointsOf(answer);
  const build = useCallback(
    (width: number) => trendCourse(answer, words, width, { palette, language }),
    [answer, words, palette, language],
  );
  return (
    <CourseChart
      label={words.trend.chart(metricLabel(answer.meta.metric))}
      length={points.length}
      build={build}
      describe={(index) => <Point answer={answer} point={points[index]} />}
    />
  );
}

function Controls() {
  const screen = useScreen();
  const words = useWords();
  return (
    <>
      <MetricSelect />
      <Segmented
        label={words.trend.grain}
        options={trendGrains.map((name) => ({ name, label: words.trend.grains[name] }))}
        chosen={trendGrain(screen)}
        onChoose={(grain) => screen.change({ trend: { grain } })}
      />
      <span className="hint">{words.trend.key}</span>
    </>
  );
}

/** Where a figure is going: its course taken apart, its forecast, and how far that can be trusted. */
export function TrendPage() {
  const screen = useScreen();
  const { state, meta, language, metricLabel } = screen;
  const words = useWords();
  const view = useTrend();
  const { answer } = view;
  const metric = metricLabel(answer?.meta.metric ?? trendMetric(screen));
  const where = [chosenPlace(screen), ...describeFilters(state.where, screen)];
  const subtitle = [
    metric,
    ...new Set(where),
    answer && `${words.trend.history} ${periodLabel(answer.meta.period, language)}`,
    meta.regimes.length > 0 &&
      words.trend.bridged(meta.regimes.map(({ label }) => inLanguage(label, language)).join(', ')),
    answer?.change && words.trend.significance(probability(answer.change.p, language)),
  ];
  const told = subtitle.filter(Boolean).join(' · ');
  return (
    <div className="grid trend-page">
      <JudgementPanel
        name="course"
        view={view}
        title={answer ? trendFinding(answer, screen, words) : words.trend.course}
        subtitle={told}
        controls={<Controls />}
        table={(shown) => courseTable(shown, words, language)}
      >
        {(shown) => <Course answer={shown} />}
      </JudgementPanel>
      <JudgementPanel
        name="parts"
        view={view}
        title={words.trend.parts}
        subtitle={told}
        table={(shown) => partsTable(shown, words, language)}
      >
        {(shown) => <TrendParts answer={shown} />}
      </JudgementPanel>
      <JudgementPanel
        name="models"
        view={view}
        title={words.trend.models}
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
