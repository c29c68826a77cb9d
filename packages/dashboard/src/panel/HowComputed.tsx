import { type Answer, inLanguage, type MetricName, metricNames, metricOf } from '@hotline-atlas/model';
import { dayLabel, instantLabel, periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { describeSelection } from '../screen/describe.ts';
import { type Screen, useScreen } from '../screen/screen.ts';
import { daysTold, pairsTold } from './coverage.ts';
import { ripenessTold } from './ripeness.ts';

const metricsIn = (answer: Answer): MetricName[] =>
  metricNames.filter((name) => answer.meta.columns.some(({ role, of }) => role === 'metric' && of === name));

/** What the answer says about itself, name and value. */
function factsOf({ meta }: Answer, screen: Screen): [string, string][] {
  const { messages, language } = screen;
  const { how, comparison } = messages;
  const filters = describeSelection(screen);
  return [
    [how.period, periodLabel(meta.period, language)],
    [comparison.facts.covered, daysTold({ covered: meta.covered }, screen) ?? comparison.facts.all],
    [how.compared, meta.compared_period ? periodLabel(meta.compared_period, language) : '–'],
    ...(meta.covered.paired
      ? [[comparison.facts.compared, pairsTold(meta, screen) ?? comparison.facts.all] as [string, string]]
      : []),
    ...metricsIn({ meta, rows: [] }).flatMap((metric): [string, string][] => {
      const told = ripenessTold({ meta, rows: [] }, metric, screen);
      return told ? [[labelled(comparison.ripeness.label, screen.metricLabel(metric), language), told]] : [];
    }),
    [how.filters, filters.length > 0 ? filters.join(' · ') : '–'],
    [how.zone, meta.time_zone],
    [
      how.newest,
      meta.as_of.newest_appeal ? instantLabel(meta.as_of.newest_appeal, meta.time_zone, language) : '–',
    ],
    [how.load, meta.as_of.last_load ? instantLabel(meta.as_of.last_load, meta.time_zone, language) : '–'],
    [how.version, String(meta.as_of.version)],
    [how.source, meta.source],
    [how.rowsRead, meta.rows_read === null ? '–' : exact(meta.rows_read, language)],
    [how.time, `${exact(meta.milliseconds, language, 1)} ms`],
  ];
}

/** Definitions, source and standing of the figures of a panel, one click away from them. */
export function HowComputed({ answer, onClose }: { answer: Answer; onClose: () => void }) {
  const screen = useScreen();
  const { messages, language, meta } = screen;
  const shares = metricsIn(answer).some((name) => metricOf(name).unit === 'share');
  return (
    <Dialog title={messages.how.title} onClose={onClose}>
      <dl className="definitions">
        {metricsIn(answer).map((name) => (
          <div key={name}>
            <dt>{screen.metricLabel(name)}</dt>
            <dd>{inLanguage(metricOf(name).description, language)}</dd>
          </div>
        ))}
      </dl>
      {shares && <p>{messages.how.interval}</p>}
      <dl className="facts">
        {factsOf(answer, screen).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {meta.synthetic && <p className="note">{messages.syntheticLong}</p>}
      {meta.lastDay && <p className="note">{messages.asOf(dayLabel(meta.lastDay, language))}</p>}
    </Dialog>
  );
}
