import type { Trend } from '@hotline-atlas/model';
import { CourseChart } from '@hotline-atlas/ui/charts/CourseChart.tsx';
import { listed } from '@hotline-atlas/ui/format/joined.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useCallback } from 'react';
import { stepLabel } from '../../judgement/numbers.ts';
import { useScreen } from '../../screen/screen.ts';
import { partCourse } from './trendCourse.ts';
import { trendValue } from './trendSentences.ts';
import { trendWords } from './words.ts';

function Part({ answer, part }: { answer: Trend; part: 'seasonal' | 'remainder' }) {
  const { palette, language } = useScreen();
  const words = useWords(trendWords);
  const build = useCallback(
    (width: number) => partCourse(answer, part, width, { palette, language }),
    [answer, part, palette, language],
  );
  const name = part === 'seasonal' ? words.season : words.remainder;
  return (
    <div className="trend-part">
      <h3>{name}</h3>
      <CourseChart
        label={`${name}. ${words.partsChart}`}
        length={answer.series.start.length}
        build={build}
        describe={(index) => (
          <>
            <strong>{stepLabel(answer.series.start[index] ?? '', answer.meta.grain, language)}</strong>
            <span className="tooltip-figure">
              {trendValue(answer.series[part][index] ?? null, answer, language)}
            </span>
            {answer.series.unusual[index] && <span>{words.unusual}</span>}
          </>
        )}
      />
    </div>
  );
}

/** The season and what neither trend nor season explains. */
export function TrendParts({ answer }: { answer: Trend }) {
  const { language } = useScreen();
  const words = useWords(trendWords);
  if (answer.series.seasonal.every((value) => value === null))
    return <p className="panel-message">{words.tooShort}</p>;
  const strengths = listed(
    answer.seasons.map(({ strength }) => exact(strength, language, 2)),
    language,
  );
  const ofTrend = answer.trend_strength === null ? '–' : exact(answer.trend_strength, language, 2);
  return (
    <>
      <Part answer={answer} part="seasonal" />
      <Part answer={answer} part="remainder" />
      <p className="note">{words.partsNote(ofTrend, strengths || '–')}</p>
    </>
  );
}
