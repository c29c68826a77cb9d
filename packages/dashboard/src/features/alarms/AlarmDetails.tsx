import { type Alarm, type Annotation, bucketEnd } from '@hotline-atlas/model';
import { CourseChart } from '@hotline-atlas/ui/charts/CourseChart.tsx';
import { courseOption } from '@hotline-atlas/ui/charts/courseOption.ts';
import { notesOn } from '@hotline-atlas/ui/charts/trendMarks.ts';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { continued, labelled } from '@hotline-atlas/ui/format/joined.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useCallback, useMemo } from 'react';
import { expectation, probability, ratioText } from '../../judgement/numbers.ts';
import { StepFigures } from '../../judgement/StepFigures.tsx';
import { UnitOrders } from '../../judgement/UnitOrders.tsx';
import { useScreen } from '../../screen/screen.ts';
import { NoteTexts } from '../annotations/NoteTexts.tsx';
import { useNotes } from '../annotations/useNotes.ts';
import { AppealList } from '../appeals/AppealList.tsx';
import { clausesOfSeries, seriesName } from './alarmPlace.ts';
import { alarmWords } from './words.ts';

/** The notes that concern a series: those of its area, and of what that lies in. */
function useSeriesNotes(alarm: Alarm): readonly Annotation[] {
  const { meta } = useScreen();
  return useNotes(useMemo(() => clausesOfSeries(alarm, meta), [alarm, meta]));
}

function useAlarmOption(alarm: Alarm, notes: readonly Annotation[]) {
  const { palette, language, state } = useScreen();
  const words = useWords(alarmWords);
  const { series } = alarm;
  const grain = state.alarms.watch;
  return useCallback(
    (width: number) =>
      courseOption({
        palette,
        language,
        width,
        span: null,
        regimes: [],
        holidays: [],
        marks: [],
        notes: notesOn(notes, series.start, grain),
        starts: series.start,
        grain,
        unit: 'count',
        bands: [],
        lines: [
          {
            values: series.threshold,
            color: palette.comparator,
            name: words.threshold,
            width: 1.25,
            dashed: true,
          },
          { values: series.expected, color: palette.comparator, name: words.cases.expected, width: 1.25 },
          {
            values: series.count,
            color: palette.accent,
            name: words.cases.observed,
            bold: true,
            dots: series.count.map((count, at) => {
              const threshold = series.threshold[at] ?? null;
              return threshold !== null && count !== null && count > threshold ? palette.hot[2] : null;
            }),
          },
        ],
      }),
    [palette, language, series, grain, words, notes],
  );
}

interface PointProps {
  alarm: Alarm;
  index: number;
  notes: readonly Annotation[];
}

function Point({ alarm, index, notes }: PointProps) {
  const { language, state } = useScreen();
  const words = useWords(alarmWords);
  const { series } = alarm;
  const start = series.start[index] ?? '';
  return (
    <StepFigures
      start={series.start[index]}
      step={state.alarms.watch}
      count={series.count[index]}
      expected={series.expected[index]}
      label={words.cases.expected}
    >
      {labelled(words.threshold, expectation(series.threshold[index] ?? null, language), language)}
      {start && <NoteTexts notes={notes} days={{ from: start, to: bucketEnd(start, state.alarms.watch) }} />}
    </StepFigures>
  );
}

function Members({ alarm }: { alarm: Alarm }) {
  const screen = useScreen();
  const { language } = screen;
  const words = useWords(alarmWords);
  if (alarm.members.length < 2) return null;
  return (
    <section className="unit-orders" aria-label={words.members}>
      <h3>{words.members}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col" className="first">
              {words.member}
            </th>
            <th scope="col">{words.cases.observed}</th>
            <th scope="col">{words.cases.expected}</th>
            <th scope="col">q</th>
          </tr>
        </thead>
        <tbody>
          {alarm.members.map((member) => (
            <tr key={`${member.topic.level} ${member.topic.code} ${member.area.level} ${member.area.code}`}>
              <th scope="row">{seriesName(member, screen, words)}</th>
              <td>{exact(member.observed, language)}</td>
              <td>{expectation(member.expected, language)}</td>
              <td>{probability(member.q, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** One alarm: what it says in a sentence, its course, its parts, whom to call, and the appeals behind it. */
export function AlarmDetails({ alarm }: { alarm: Alarm }) {
  const screen = useScreen();
  const { language, meta } = screen;
  const words = useWords(alarmWords);
  const what = seriesName(alarm, screen, words);
  const period = periodLabel(alarm.period, language);
  const clauses = clausesOfSeries(alarm, meta);
  const notes = useSeriesNotes(alarm);
  return (
    <section className="place-sheet" data-testid="alarm-details" aria-label={what}>
      <h2>{what}</h2>
      <p>
        {words.reason({
          what,
          period,
          observed: exact(alarm.observed, language),
          expected: expectation(alarm.expected, language),
          threshold: expectation(alarm.threshold, language),
          q: probability(alarm.q, language),
          ratio: ratioText(alarm, language),
        })}
        {words.rules[alarm.rule] && ` ${words.rules[alarm.rule]}`}
      </p>
      <CourseChart
        label={words.chart(what)}
        length={alarm.series.start.length}
        build={useAlarmOption(alarm, notes)}
        describe={(index) => <Point alarm={alarm} index={index} notes={notes} />}
      />
      <Members alarm={alarm} />
      <UnitOrders where={clauses} period={alarm.period} />
      <AppealList
        limit={10}
        subset={{
          title: words.appealsOf(continued([what, period], language)),
          within: clauses,
          period: alarm.period,
        }}
      />
    </section>
  );
}
