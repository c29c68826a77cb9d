import { type Backlog, type BacklogPoint, shift } from '@hotline-atlas/model';
import { bucketTick } from '@hotline-atlas/ui/format/dates.ts';
import { compact, exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { turnedTo } from '../../address/object.ts';
import { StateLink } from '../../panel/ObjectLink.tsx';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { Course } from './Course.tsx';
import { backlogAddress } from './questions.ts';
import { type CoursePoint, scaleOfPoints } from './tiles.ts';
import { cityWords } from './words.ts';

/** What was overdue at a moment, as a point of a course. */
export const overdueOf = ({ day, overdue }: BacklogPoint): CoursePoint => ({
  month: day,
  value: overdue,
  interval: null,
  provisional: false,
});

/**
 * Orders that are open after their due time: now, and at the ends of the months before. Nothing tests how
 * they move, so no mark stands there.
 */
export function OverdueTile() {
  const { state, meta, language } = useScreen();
  const words = useWords(cityWords);
  const { answer } = useRequest<Backlog>(backlogAddress(meta.orders?.live ?? false));
  const label = words.labels.overdue ?? '';
  const last = answer?.points.at(-1);
  // The end of a month a day or two ago says nothing new.
  const before = answer?.points.findLast(({ day }) => last && day <= shift(last.day, 'day', -7));
  const number = (value: number | null | undefined) => (value == null ? '–' : exact(value, language));
  if (!last) return <li className="city-tile skeleton" />;
  // Without due times nobody knows what is overdue.
  if (last.overdue === null) return null;
  const points = (answer?.points ?? []).map(overdueOf);
  const scale = scaleOfPoints(points);
  const moved = before?.overdue == null ? null : last.overdue - before.overdue;
  const overdue = { dimension: 'due_state', exclude: false, values: ['overdue'] } as const;
  const orders = turnedTo({ ...state, period: 'all' }, { page: 'appeals', object: '' }, [overdue]);
  return (
    <li className="city-tile" data-testid="city-overdue">
      <span className="city-tile-label">
        <StateLink to={orders} className="object-link">
          {label}
        </StateLink>
      </span>
      <span className="city-tile-value">{number(last.overdue)}</span>
      <Course
        points={points}
        scale={scale}
        ends={{ low: '0', high: compact(scale.high, language) }}
        label={words.courseOf(label, points.length)}
      />
      {moved !== null && before && (
        <span className="city-compared is-chance">
          <b>{moved > 0 ? `+${exact(moved, language)}` : exact(moved, language)}</b>{' '}
          <span className="on">{words.onDay(bucketTick(before.day, 'day', language))}</span>
        </span>
      )}
      <span className="city-basis">{words.ofOpen(number(last.open))}</span>
      <span className="city-basis">{words.longOpen(number(last.open_15_days))}</span>
    </li>
  );
}
