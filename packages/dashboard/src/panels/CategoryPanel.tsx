import { type Answer, type DimensionName, dimensionOf, inLanguage } from '@hotline-atlas/model';
import { metricIn } from '../api/columns.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { useMarks } from '../change/useChange.ts';
import { rank } from '../charts/ranking.ts';
import { useLevels } from '../rates/useLevels.ts';
import { placeOf } from '../state/place.ts';
import { useScreen } from '../state/screen.ts';
import { rankingTitle, subtitle } from '../titles/titles.ts';
import { PanelFrame } from './PanelFrame.tsx';
import { RankedList, rowsUnder } from './RankedList.tsx';
import type { Category } from './useCategories.ts';
import { useWhole } from './useWhole.ts';

const isUnrecorded = (answer: Answer, dimension: DimensionName) =>
  answer.rows.length > 0 && answer.rows.every((row) => (row[dimension] ?? '') === '');

/** The values of one dimension, ranked. */
export function CategoryPanel({ dimension }: { dimension: Category }) {
  const screen = useScreen();
  const { state, messages, language } = screen;
  const view = useAnswer({ metrics: [state.metric], by: [dimension] }, dimension);
  const whole = useWhole(view.answer, dimension);
  const ready = view.answer !== undefined && !view.stale;
  const marks = useMarks({
    metric: state.metric,
    by: dimension,
    comparison: state.comparison,
    source: dimension,
    ready,
  });
  const lower = useLevels(state.metric, dimension, dimension, ready);
  const label = inLanguage(dimensionOf(dimension).label, language);
  const unrecorded = view.answer && isUnrecorded(view.answer, dimension);
  return (
    <PanelFrame
      name={dimension}
      className="panel-category"
      view={view}
      fallback={label}
      heading={(answer) => ({
        title: unrecorded
          ? label
          : rankingTitle(answer, dimension, { whole, lower }, screen, messages.titles[dimension]),
        subtitle: subtitle(answer, placeOf(screen), screen),
      })}
      isEmpty={(answer) => answer.rows.length === 0 || isUnrecorded(answer, dimension)}
      emptyReason={unrecorded ? messages.panels.notRecorded(label) : undefined}
    >
      {(answer) => (
        <RankedList
          rows={rowsUnder(rank(answer, dimension), dimension, [], marks)}
          metric={metricIn(answer)}
          source={dimension}
          label={label}
          whole={whole}
          most={10}
        />
      )}
    </PanelFrame>
  );
}
