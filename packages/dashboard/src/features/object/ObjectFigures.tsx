import { type Answer, type MetricName, metricOf } from '@hotline-atlas/model';
import { changeFrom } from '@hotline-atlas/ui/answer/change.ts';
import { isProvisional } from '@hotline-atlas/ui/answer/provisional.ts';
import { type Ranked, rankedOf } from '@hotline-atlas/ui/answer/ranking.ts';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact, formatExact, formatValue } from '@hotline-atlas/ui/format/numbers.ts';
import { FailedPanel } from '@hotline-atlas/ui/kit/Failure.tsx';
import { Skeleton } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { isOld, isUnderway, stateOf } from '@hotline-atlas/ui/kit/Waiting.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import type { Comparison } from '../../address/shared.ts';
import { useRecorded } from '../../questions/useRecorded.ts';
import { useAnswer } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { Mark, toldBy } from '../change/Mark.tsx';
import { useChange } from '../change/useChange.ts';
import { objectWords } from './words.ts';

const metrics = [
  'appeals',
  'response_rate',
  'resolution_rate',
  'satisfaction_rate',
  'on_time_rate',
  'median_hours_to_close',
  'p90_hours_to_close',
] as const satisfies readonly MetricName[];

interface ChangeProps {
  metric: MetricName;
  figure: Ranked;
  comparison: Comparison;
}

/** How a figure moved, with what the judgement says of it. */
function ChangeCell({ metric, figure, comparison }: ChangeProps) {
  const { language } = useScreen();
  const ready = figure.change !== null && !figure.tooFew;
  const judged = useChange({ metric, by: null, comparison, source: null, ready });
  if (!ready || figure.change === null) return <td>–</td>;
  const mark = judged?.whole?.mark ?? null;
  return (
    <td className={toldBy(mark)}>
      {mark && <Mark mark={mark} />} {changeFrom(figure.change, metricOf(metric).unit, language).signed}
    </td>
  );
}

interface Sides {
  name: Comparison;
  answer: Answer;
}

function FigureRow({ metric, sides }: { metric: MetricName; sides: readonly Sides[] }) {
  const words = useWords(objectWords);
  const { language, metricLabel } = useScreen();
  const [first] = sides;
  if (!first) return null;
  const { unit } = metricOf(metric);
  const figureOf = ({ rows, ...answer }: Answer) =>
    rankedOf(rows[0], '', metric, isProvisional({ rows, ...answer }, metric));
  const figure = figureOf(first.answer);
  const { value, interval, cases } = figure;
  const provisional = isProvisional(first.answer, metric);
  return (
    <tr data-testid={`figure-${metric}`} className={figure.tooFew ? 'few' : ''}>
      <th scope="row">{metricLabel(metric)}</th>
      <td title={value === null ? undefined : formatExact(value, unit, language)}>
        <b>{value === null ? '–' : formatValue(value, unit, language)}</b>
        {provisional && <small> {words.notFinal}</small>}
        {figure.tooFew && <small> {words.tooFew}</small>}
      </td>
      <td>
        {interval && value !== null
          ? `${formatValue(interval.lower, unit, language)}–${formatValue(interval.upper, unit, language)}`
          : ''}
      </td>
      <td>{cases === null ? '' : exact(cases, language)}</td>
      {sides.map(({ name, answer }) => (
        <ChangeCell key={name} metric={metric} figure={figureOf(answer)} comparison={name} />
      ))}
    </tr>
  );
}

/** The figures with interval and number of cases, against the period before and the year before. */
export function ObjectFigures() {
  const words = useWords(objectWords);
  const recorded = useRecorded();
  const { language } = useScreen();
  const known = metrics.filter((metric) => recorded?.has(metric) ?? true);
  const year = useAnswer({ metrics: known, comparison: 'year' }, null);
  const previous = useAnswer({ metrics: known, comparison: 'previous' }, null);
  const sides = [
    { name: 'previous' as const, answer: previous.answer },
    { name: 'year' as const, answer: year.answer },
  ].flatMap(({ name, answer }) => (answer ? [{ name, answer }] : []));
  // Of a whole year the period before is the year before.
  const told = sides.filter(
    ({ answer }, at) =>
      !sides.slice(at + 1).some((other) => {
        const [one, two] = [answer.meta.compared_period, other.answer.meta.compared_period];
        return one === null || (one.from === two?.from && one.to === two.to);
      }),
  );
  const compared = told.filter(({ answer }) => answer.meta.compared_period !== null);
  return (
    <section
      className="panel object-figures"
      aria-label={words.figures}
      aria-busy={isUnderway(year)}
      data-state={stateOf(year)}
      data-testid="object-figures"
    >
      {year.error && !year.answer && <FailedPanel view={year} />}
      {!year.answer && !year.error && <Skeleton />}
      {told.length > 0 && (
        <table className={isOld(year) ? 'stale' : ''}>
          <caption className="hidden">{words.figures}</caption>
          <thead>
            <tr>
              <th scope="col">{words.measure}</th>
              <th scope="col">{words.value}</th>
              <th scope="col">{words.interval}</th>
              <th scope="col">{words.basis}</th>
              {compared.map(({ name, answer }) => (
                <th key={name} scope="col">
                  {answer.meta.compared_period &&
                    words.on(periodLabel(answer.meta.compared_period, language))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {known.map((metric) => (
              <FigureRow
                key={metric}
                metric={metric}
                sides={compared.length > 0 ? compared : told.slice(0, 1)}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
