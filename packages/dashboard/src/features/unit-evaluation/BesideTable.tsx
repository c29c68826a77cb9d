import type { EvaluationCourse } from '@hotline-atlas/model';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { ScrollBox } from '../../panel/ScrollBox.tsx';
import { useScreen } from '../../screen/screen.ts';
import { CourseChart } from './CourseChart.tsx';
import { type CourseLine, linesOf, type Scale, schemeChanges } from './courseRows.ts';
import { endsOf, scaleOfLine, toldOf } from './courseTold.ts';
import { EvaluationLink } from './EvaluationLink.tsx';
import type { UnitMonth } from './useUnitMonth.ts';
import { courseWords } from './words-course.ts';

interface CellProps {
  line: CourseLine;
  scale: Scale;
  breaks: readonly number[];
  decimals: number;
}

/** The last month of a line in words, and its course. */
function LineCell({ line, scale, breaks, decimals }: CellProps) {
  const { language } = useScreen();
  const point = line.points.at(-1);
  const told = point && toldOf(line.kind, point, decimals, language);
  return (
    <td>
      <b className={point?.provisional ? 'provisional' : ''}>{told?.value}</b> <small>{told?.interval}</small>
      <CourseChart
        points={line.points}
        breaks={breaks}
        scale={scale}
        isReversed={line.kind === 'rank'}
        height={48}
        at={null}
      />
    </td>
  );
}

/** Score, rank and rates of some units, one column each; a row has one scale. */
export function BesideTable({ course, shown }: { course: EvaluationCourse; shown: UnitMonth }) {
  const words = useWords(courseWords);
  const { language, label } = useScreen();
  const { decimals } = shown.answer.meta.scheme;
  const units = course.units.map((unit) => ({
    code: unit.unit,
    lines: linesOf(course, unit, words, language),
  }));
  const all = units.flatMap(({ lines }) => lines);
  const ranked = Math.max(...course.months.map((month) => month.ranked));
  const breaks = schemeChanges(course.months).map(({ at }) => at);
  const [first] = units;
  return (
    <ScrollBox label={words.beside.title}>
      <table className="beside-table">
        <caption className="hidden">{words.beside.title}</caption>
        <thead>
          <tr>
            <th scope="col">{bucketLabel(`${shown.month}-01`, 'month', language)}</th>
            {units.map(({ code }) => (
              <th key={code} scope="col">
                <EvaluationLink code={code} month={shown.month} group={shown.group}>
                  {label(shown.by, code)}
                </EvaluationLink>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first?.lines.map(({ name, kind, label: title }) => {
            const scale = scaleOfLine({ kind, name }, all, ranked);
            if (!scale) return null;
            const [top, foot] = endsOf(kind, scale, language);
            return (
              <tr key={name}>
                <th scope="row">
                  {title}
                  <small>
                    {foot}–{top}
                  </small>
                </th>
                {units.map(({ code, lines }) => {
                  const line = lines.find((each) => each.name === name);
                  return line ? (
                    <LineCell key={code} {...{ line, scale, breaks, decimals }} />
                  ) : (
                    <td key={code}>{'\u2013'}</td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}
