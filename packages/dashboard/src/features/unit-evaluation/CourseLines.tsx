import type { CourseMonth, EvaluationCourse } from '@hotline-atlas/model';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { continued, labelled, sequenced } from '@hotline-atlas/ui/format/joined.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { CourseChart } from './CourseChart.tsx';
import { type CourseLine, linesOf, type SchemeChange, schemeChanges } from './courseRows.ts';
import { endsOf, scaleOfLine, toldOf } from './courseTold.ts';
import { courseWords } from './words-course.ts';
import './course.css';
import { useSchemeNames } from './useSchemeNames.ts';

interface LineRowProps {
  line: CourseLine;
  lines: readonly CourseLine[];
  course: EvaluationCourse;
  breaks: readonly number[];
  at: number;
  decimals: number;
}

/** One line with the value of the month that is read, and the ends of its axis. */
function LineRow({ line, lines, course, breaks, at, decimals }: LineRowProps) {
  const words = useWords(courseWords);
  const { language } = useScreen();
  const ranked = Math.max(...course.months.map((month) => month.ranked));
  const scale = scaleOfLine(line, lines, ranked);
  const point = line.points[at];
  if (!scale || !point) return null;
  const told = toldOf(line.kind, point, decimals, language);
  const [top, foot] = endsOf(line.kind, scale, language);
  return (
    <div className="months-row">
      <p className="months-told">
        <span>{line.label}</span>
        <b className={point.provisional ? 'provisional' : ''}>{told.value}</b>
        <small>
          {told.interval}
          {point.provisional && ` ${words.provisional}`}
        </small>
      </p>
      <CourseChart
        points={line.points}
        breaks={breaks}
        scale={scale}
        isReversed={line.kind === 'rank'}
        height={line.kind === 'rate' ? 56 : 72}
        at={at}
      />
      <span className="months-ends" aria-hidden="true">
        <span>{top}</span>
        <span>{foot}</span>
      </span>
    </div>
  );
}

/** The months under the lines; on narrow screens each third. */
function MonthAxis({ months }: { months: readonly CourseMonth[] }) {
  const { language } = useScreen();
  return (
    <div className="months-row months-axis" aria-hidden="true">
      <span />
      <span className="months-axis-names">
        {months.map(({ month }) => (
          <span key={month}>
            {language === 'zh'
              ? `${Number(month.slice(5))}月`
              : bucketLabel(`${month}-01`, 'month', 'en').slice(0, 3)}
            {month.endsWith('-01') && <b>{month.slice(0, 4)}</b>}
          </span>
        ))}
      </span>
      <span />
    </div>
  );
}

function Changes({ changes, months }: { changes: readonly SchemeChange[]; months: readonly CourseMonth[] }) {
  const words = useWords(courseWords);
  const { language } = useScreen();
  const nameOf = useSchemeNames();
  if (changes.length === 0) return null;
  const told = changes.map(({ at, before, after }) =>
    words.rules(
      nameOf(before) ?? words.noRules,
      nameOf(after) ?? words.noRules,
      bucketLabel(`${months[at]?.month ?? ''}-01`, 'month', language),
    ),
  );
  return (
    <p className="months-changes">
      <i aria-hidden="true" /> {sequenced(told, language)}
    </p>
  );
}

/** The month that is read: the last, unless a pointer or arrow keys say another. */
function useRead(count: number) {
  const [read, setRead] = useState<number | null>(null);
  const last = count - 1;
  const at = Math.min(read ?? last, last);
  const onPointerMove = ({ currentTarget, clientX }: PointerEvent<HTMLElement>) => {
    const chart = currentTarget.querySelector('.months-chart')?.getBoundingClientRect();
    if (!chart || chart.width === 0) return;
    const part = (clientX - chart.left - 6) / (chart.width - 12);
    setRead(part < -0.1 || part > 1.1 ? null : Math.min(last, Math.max(0, Math.round(part * last))));
  };
  const step = (by: number) => setRead(Math.min(last, Math.max(0, at + by)));
  return { at, onPointerMove, onPointerLeave: () => setRead(null), step };
}

/** Lines over thirteen months, one under the other; a click or Enter leads to the month that is read. */
export function CourseLines({ course, decimals }: { course: EvaluationCourse; decimals: number }) {
  const words = useWords(courseWords);
  const { language, change } = useScreen();
  const { months } = course;
  const { at, step, ...pointer } = useRead(months.length);
  const [unit] = course.units;
  if (!unit || months.length === 0) return null;
  const lines = linesOf(course, unit, words, language);
  const changes = schemeChanges(months);
  const month = months[at]?.month ?? '';
  const name = bucketLabel(`${month}-01`, 'month', language);
  const spoken = lines.map(({ kind, label, points }) => {
    const point = points[at];
    return labelled(label, point ? toldOf(kind, point, decimals, language).value : '', language);
  });
  const go = () => change({ evaluation: { month } });
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, Home: -months.length, End: months.length }[event.key];
    if (by === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (by === undefined) go();
    else step(by);
  };
  return (
    <>
      <p className="months-read">
        <b>{name}</b> {months[at]?.scheme === null ? words.gap : ''}
      </p>
      <div
        className="months-lines"
        role="slider"
        tabIndex={0}
        aria-label={words.look}
        aria-valuemin={0}
        aria-valuemax={months.length - 1}
        aria-valuenow={at}
        aria-valuetext={continued([name, ...spoken], language)}
        title={words.go(name)}
        onKeyDown={onKeyDown}
        onClick={go}
        {...pointer}
      >
        {lines.map((line) => (
          <LineRow
            key={line.name}
            {...{ line, lines, course, at, decimals }}
            breaks={changes.map((each) => each.at)}
          />
        ))}
        <MonthAxis months={months} />
      </div>
      <Changes changes={changes} months={months} />
    </>
  );
}
