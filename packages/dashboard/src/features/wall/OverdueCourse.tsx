import { type Backlog, shift } from '@hotline-atlas/model';
import { bucketTick, dayLabel } from '@hotline-atlas/ui/format/dates.ts';
import { compact, exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { Course } from '../city/Course.tsx';
import { overdueOf } from '../city/OverdueTile.tsx';
import { backlogAddress } from '../city/questions.ts';
import { scaleOfPoints } from '../city/tiles.ts';
import { wallWords } from './words.ts';

/** Orders overdue now and at the ends of the months before, as a line with its first and last day. */
export function OverdueCourse() {
  const { meta, language } = useScreen();
  const words = useWords(wallWords);
  const { answer } = useRequest<Backlog>(backlogAddress(meta.orders?.live ?? false));
  const points = answer?.points ?? [];
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || last.overdue === null) return null;
  const before = points.findLast(({ day }) => day <= shift(last.day, 'day', -7));
  const scale = scaleOfPoints(points.map(overdueOf));
  const title =
    before && before.overdue !== null
      ? words.overdueSince(
          exact(last.overdue, language),
          exact(Math.abs(last.overdue - before.overdue), language),
          Math.sign(last.overdue - before.overdue),
          bucketTick(before.day, 'day', language),
        )
      : words.overdue(exact(last.overdue, language));
  return (
    <section aria-label={words.screens.orders} data-testid="wall-overdue">
      <h2>{title}</h2>
      <Course
        points={points.map(overdueOf)}
        scale={scale}
        ends={{ low: '0', high: compact(scale.high, language) }}
        label={title}
      />
      <p className="alert-days hint">
        <span>{dayLabel(first.day, language)}</span>
        <span>{dayLabel(last.day, language)}</span>
      </p>
    </section>
  );
}
