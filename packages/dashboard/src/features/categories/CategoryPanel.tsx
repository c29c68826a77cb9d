import { type Answer, type DimensionName, dimensionOf, inLanguage } from '@hotline-atlas/model';
import { metricIn } from '@hotline-atlas/ui/answer/columns.ts';
import { rank } from '@hotline-atlas/ui/answer/ranking.ts';
import { PanelFrame } from '../../panel/PanelFrame.tsx';
import { rankingTitle, subtitle } from '../../panel/titles.ts';
import { useOverallShare } from '../../questions/useOverallShare.ts';
import { useAnswer } from '../../questions/useRequest.ts';
import { chosenPlace } from '../../screen/chosen-place.ts';
import { useScreen } from '../../screen/screen.ts';
import { useMarks } from '../change/useChange.ts';
import { RankedList, rowsUnder } from '../ranking/RankedList.tsx';
import { useLevels } from '../rates/useLevels.ts';
import type { Category } from './useCategories.ts';

const isUnrecorded = (answer: Answer, dimension: DimensionName) =>
  answer.rows.length > 0 && answer.rows.every((row) => (row[dimension] ?? '') === '');

/** The values of one dimension, ranked. */
export function CategoryPanel({ dimension }: { dimension: Category }) {
  const screen = useScreen();
  const { state, messages, language } = screen;
  const view = useAnswer({ metrics: [state.metric], by: [dimension] }, dimension);
  const whole = useOverallShare(view.answer, dimension);
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
        subtitle: subtitle(answer, chosenPlace(screen), screen),
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
