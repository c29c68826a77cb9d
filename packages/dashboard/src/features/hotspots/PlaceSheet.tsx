import { type Annotation, bucketEnd, type Clause, type Hotspots, inLanguage } from '@hotline-atlas/model';
import { CourseChart } from '@hotline-atlas/ui/charts/CourseChart.tsx';
import { courseOption } from '@hotline-atlas/ui/charts/courseOption.ts';
import { notesOn } from '@hotline-atlas/ui/charts/trendMarks.ts';
import { continued } from '@hotline-atlas/ui/format/joined.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useCallback, useMemo } from 'react';
import { expectation, poissonBand, probability, score, stepLabel } from '../../judgement/numbers.ts';
import { StepFigures } from '../../judgement/StepFigures.tsx';
import { UnitOrders } from '../../judgement/UnitOrders.tsx';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { NoteTexts } from '../annotations/NoteTexts.tsx';
import { useNotes } from '../annotations/useNotes.ts';
import { AppealList } from '../appeals/AppealList.tsx';
import { courseOf, type PlaceCourse, stepPeriod } from './course.ts';
import { binColor } from './paint.ts';
import type { HotspotWords } from './words.ts';
import { hotspotWords } from './words.ts';

const sure = 0.05;

/** Why a place is in its class, and what its latest or chosen step says, in plain sentences. */
function reasonOf(
  answer: Hotspots,
  course: PlaceCourse,
  at: number,
  words: HotspotWords,
  language: Screen['language'],
): string[] {
  const { places, meta, classes } = answer;
  const { index } = course;
  const pattern = classes.find(({ code }) => code === places.class[index]);
  const isLatest = at === meta.steps.length - 1;
  const unit = meta.measure === 'problems' ? words.problemsUnit : words.contactsUnit;
  const tendency = places.trend_z[index] ?? 0;
  const isClear = (places.trend_p[index] ?? 1) < sure;
  const { rising, falling, level_: level } = words;
  return [
    words.reason({
      pattern: pattern ? inLanguage(pattern.label, language) : '–',
      hot: exact(places.hot_steps[index] ?? 0, language),
      cold: exact(places.cold_steps[index] ?? 0, language),
      steps: exact(meta.steps.length, language),
      unit: words.perStep[meta.step],
    }),
    words.latest({
      step: stepLabel(meta.steps[at] ?? '', meta.step, language),
      count: exact(course.count[at] ?? 0, language),
      expected: expectation(course.expected[at] ?? null, language),
      unit,
      z: score(course.z[at] ?? null, language),
      q: isLatest ? probability(places.q[index] ?? null, language) : null,
    }),
    isClear ? (tendency > 0 ? rising : falling) : level,
  ];
}

function useCourseOption(answer: Hotspots, course: PlaceCourse, notes: readonly Annotation[]) {
  const { palette, language } = useScreen();
  const words = useWords(hotspotWords);
  const { step } = answer.meta;
  return useCallback(
    (width: number) => {
      const bands = course.expected.map((value) => (value === null ? null : poissonBand(value)));
      return courseOption({
        palette,
        language,
        width,
        span: null,
        regimes: [],
        holidays: [],
        marks: [],
        notes: notesOn(notes, course.start, step),
        starts: course.start,
        grain: step,
        unit: 'count',
        right: 64,
        bands: [
          {
            low: bands.map((band) => band?.low ?? null),
            high: bands.map((band) => band?.high ?? null),
            color: palette.comparator,
            opacity: 0.25,
          },
        ],
        lines: [
          { values: course.expected, color: palette.comparator, name: words.cases.expected, width: 1.25 },
          {
            values: course.count,
            color: palette.accent,
            name: words.observed,
            bold: true,
            dots: course.bin.map((bin) => (bin === 0 ? null : binColor(bin, palette))),
          },
        ],
      });
    },
    [course, palette, language, step, words, notes],
  );
}

interface PointProps {
  answer: Hotspots;
  course: PlaceCourse;
  index: number;
  notes: readonly Annotation[];
}

function Point({ answer, course, index, notes }: PointProps) {
  const { language } = useScreen();
  const words = useWords(hotspotWords);
  const start = course.start[index] ?? '';
  return (
    <StepFigures
      start={course.start[index]}
      step={answer.meta.step}
      count={course.count[index]}
      expected={course.expected[index]}
      label={words.cases.expected}
    >
      {words.bins[course.bin[index] ?? 0]} · {words.z(score(course.z[index] ?? null, language))}
      {start && <NoteTexts notes={notes} days={{ from: start, to: bucketEnd(start, answer.meta.step) }} />}
    </StepFigures>
  );
}

export interface PlaceSheetProps {
  answer: Hotspots;
  at: number;
  nameOf: (place: string) => string;
}

/** One place: why it is in its class, its course, who holds its orders, and the appeals behind it. */
export function PlaceSheet({ answer, at, nameOf }: PlaceSheetProps) {
  const { state, language, change } = useScreen();
  const words = useWords(hotspotWords);
  const { place } = state.hotspots;
  const course = courseOf(answer, place);
  const noCourse = { index: -1, place, start: [], count: [], expected: [], z: [], bin: [] };
  const { level } = answer.meta;
  const clause: Clause = useMemo(
    () => ({ dimension: level, exclude: false, values: [place] }),
    [level, place],
  );
  const notes = useNotes(useMemo(() => [clause], [clause]));
  const build = useCourseOption(answer, course ?? noCourse, notes);
  const name = nameOf(place);
  const close = () => change({ hotspots: { place: '' }, appeals: { cursor: '' } });
  const { step, steps } = answer.meta;
  return (
    <section className="place-sheet" data-testid="place-sheet" aria-label={name}>
      <button type="button" className="link" onClick={close}>
        ← {words.back}
      </button>
      <h2>{name}</h2>
      {course && (
        <>
          {reasonOf(answer, course, at, words, language).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <CourseChart
            label={words.chart(name)}
            length={course.start.length}
            build={build}
            describe={(index) => <Point answer={answer} course={course} index={index} notes={notes} />}
            onChoose={(index) => change({ hotspots: { at: course.start[index] ?? '' } })}
          />
          <p className="note">{words.band}</p>
        </>
      )}
      <UnitOrders
        where={[...state.where.filter(({ dimension }) => dimension !== clause.dimension), clause]}
        period={answer.meta.period}
      />
      <AppealList
        limit={10}
        subset={{
          title: words.appealsOf(continued([name, stepLabel(steps[at] ?? '', step, language)], language)),
          within: [clause],
          period: stepPeriod(answer, at),
        }}
      />
    </section>
  );
}
