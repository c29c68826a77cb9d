import {
  type MetricName,
  type Period,
  type Projection,
  type RipenessAnswer,
  shift,
  startsBucket,
} from '@hotline-atlas/model';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { selectionParameters } from '../../screen/selection.ts';

const isMonth = ({ from, to }: Period): boolean =>
  startsBucket(from, 'month') && shift(from, 'month', 1) === to;

/**
 * What a rate of one month that is not final will probably become; null where it is final, where nothing
 * tells, and for other periods.
 * @param asked whether the figure shown is not final
 */
export function useProjection(metric: MetricName, asked: boolean): Projection | null {
  const screen = useScreen();
  const { days } = screen;
  const parameters = selectionParameters(screen, null);
  parameters.set('metric', metric);
  parameters.set('grain', 'month');
  const { answer, stale } = useRequest<RipenessAnswer>(
    asked && isMonth(days) ? `ripeness?${parameters}` : '',
  );
  return stale ? null : (answer?.periods.find(({ period }) => period.from === days.from)?.projection ?? null);
}
