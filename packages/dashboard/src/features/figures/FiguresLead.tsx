import { type Answer, type Change, type MetricName, metricOf } from '@hotline-atlas/model';
import { changeIn } from '@hotline-atlas/ui/answer/change.ts';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import type { ShownMetric } from '../../address/shared.ts';
import { shortRipeness } from '../../panel/ripeness.ts';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { Mark } from '../change/Mark.tsx';
import { useChange } from '../change/useChange.ts';
import { type JudgedFigure, leadOf } from './leadOf.ts';

const useJudged = (metric: ShownMetric | undefined): Change | undefined =>
  useChange({
    ...{ metric: metric ?? 'appeals', by: null, comparison: 'year', source: null },
    ready: metric !== undefined,
  });

/** The judgements of the tiles, six at the most: the same that the tiles ask for. */
function useJudgements(tiles: readonly ShownMetric[]): (Change | undefined)[] {
  const [first, second, third, fourth, fifth, sixth] = tiles;
  return [
    ...[useJudged(first), useJudged(second), useJudged(third)],
    ...[useJudged(fourth), useJudged(fifth), useJudged(sixth)],
  ];
}

function figureOf(
  metric: MetricName,
  judged: Change | undefined,
  year: Answer,
  screen: Screen,
): JudgedFigure[] {
  const change = changeIn(year.rows[0], metric, screen.language);
  const mark = judged?.whole?.mark;
  if (!mark || !change || metricOf(metric).kind === 'closing_time_quantile') return [];
  const isOpen = shortRipeness(year, metric, screen) !== null;
  return [{ label: screen.metricLabel(metric), change: change.signed, mark: isOpen ? 'provisional' : mark }];
}

/** The first line of the page: which figures moved beyond chance on the year before. */
export function FiguresLead({ tiles, year }: { tiles: readonly ShownMetric[]; year: Answer | undefined }) {
  const screen = useScreen();
  const judgements = useJudgements(tiles);
  const before = year?.meta.compared_period;
  const figures =
    year && before ? tiles.flatMap((metric, at) => figureOf(metric, judgements[at], year, screen)) : [];
  const lead = before ? leadOf(figures, periodLabel(before, screen.language), screen.language) : null;
  return (
    <p className="figures-lead" data-testid="lead">
      {lead && (
        <>
          <Mark mark={lead.mark} /> {lead.text}
        </>
      )}
    </p>
  );
}
