import { type Answer, encodeQuery, type MetricName } from '@hotline-atlas/model';
import { instantLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useOrderRecords } from '../../questions/useRecorded.ts';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { dueAtOf, partsRecorded } from '../appeals/list.ts';
import { wallWords } from './words.ts';

const metrics = ['overdue', 'due_today', 'due_soon', 'reopened', 'open'] as const satisfies MetricName[];

/** How many orders are open, overdue and due, whenever they came. */
export function OpenOrders() {
  const screen = useScreen();
  const { meta, language, metricLabel } = screen;
  const words = useWords(wallWords);
  const { answer } = useRequest<Answer>(
    `query?${encodeQuery({
      metrics: [...metrics],
      by: [],
      where: [],
      withoutRegimes: [],
      order: [],
      resolution: 8,
      ...dueAtOf(screen),
    })}`,
  );
  const row = answer?.rows[0];
  const recorded: readonly string[] = partsRecorded(useOrderRecords());
  if (!row || row.open === 0) return null;
  return (
    <section className="wall-counts" aria-label={words.screens.orders}>
      <ul>
        {metrics
          .filter((metric) => recorded.includes(metric))
          .map((metric) => (
            <li key={metric}>
              <b>{typeof row[metric] === 'number' ? exact(row[metric], language) : '–'}</b>
              <span>{metricLabel(metric)}</span>
            </li>
          ))}
      </ul>
      {meta.orders && (
        <p className="hint">{words.ordersAsOf(instantLabel(meta.orders.at, meta.timeZone, language))}</p>
      )}
    </section>
  );
}
