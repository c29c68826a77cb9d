import type { EvaluationCourse } from '@hotline-atlas/model';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { useWidth } from '@hotline-atlas/ui/kit/useWidth.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { courseOf, coursePaths } from './course.ts';
import { useShownMonth } from './MonthContext.ts';
import { fixed } from './told.ts';
import { chosenWords } from './words-chosen.ts';

const height = 64;
const months = 13;

/** Thirteen months of the score of a unit with its interval; months without one are gaps. */
export function CourseLine({ code }: { code: string }) {
  const { language } = useScreen();
  const words = useWords(chosenWords).chosen;
  const { answer } = useShownMonth();
  const { host, width } = useWidth(420);
  const { month, group } = answer.meta;
  const asked = new URLSearchParams({ group: group.name, unit: code, to: month, months: String(months) });
  const view = useRequest<EvaluationCourse>(`evaluation/course?${asked}`);
  if (view.error) return null;
  const points = view.answer && !view.stale ? courseOf(view.answer, code) : [];
  const paths = coursePaths(points, width, height);
  const last = points.findLast(({ score }) => score !== null);
  return (
    <figure className="evaluation-course" data-testid="evaluation-course">
      <figcaption className="subtitle">{words.courseScore}</figcaption>
      <div ref={host} style={{ height }}>
        {paths && (
          <svg width={width} height={height} role="img" aria-label={words.courseScore}>
            {paths.bands.map((band) => (
              <path key={band} className="band" d={band} />
            ))}
            {paths.lines.map((each) => (
              <path key={each} className="line" d={each} />
            ))}
            {paths.dots.map(({ x, y, provisional, text }) => (
              <circle key={x} className={provisional ? 'hollow' : ''} cx={x} cy={y} r={3}>
                <title>{text}</title>
              </circle>
            ))}
          </svg>
        )}
      </div>
      <p className="course-ends faint" aria-hidden="true">
        {points[0] && <span>{bucketLabel(`${points[0].month}-01`, 'month', language)}</span>}
        {paths && last && (
          <span>
            {fixed(paths.low, 0, language)}–{fixed(paths.high, 0, language)}
          </span>
        )}
        {points.at(-1) && <span>{bucketLabel(`${points.at(-1)?.month}-01`, 'month', language)}</span>}
      </p>
    </figure>
  );
}
