import { type Clause, dimensionOf, inLanguage } from '@hotline-atlas/model';
import { metricIn } from '@hotline-atlas/ui/answer/columns.ts';
import { rank } from '@hotline-atlas/ui/answer/ranking.ts';
import { onlyValue, type Path } from '../../address/path.ts';
import { ComparatorKey } from '../../panel/ComparatorKey.tsx';
import { belowOf } from '../../panel/completeTable.ts';
import { PanelFrame } from '../../panel/PanelFrame.tsx';
import { rankingTitle, subtitle } from '../../panel/titles.ts';
import { useOverallShare } from '../../questions/useOverallShare.ts';
import { useAnswer } from '../../questions/useRequest.ts';
import { chosenPlace } from '../../screen/chosen-place.ts';
import { useScreen } from '../../screen/screen.ts';
import { MarkKey } from '../change/MarkKey.tsx';
import { useMarks } from '../change/useChange.ts';
import { rowsBelow, useBelow, withChildren } from '../ranking/below.ts';
import { RankedList, rowsUnder } from '../ranking/RankedList.tsx';
import { useLevels } from '../rates/useLevels.ts';

const levels = ['topic1', 'topic2'] as const;

/** The topics chosen down to a level; empty where that one or one above is not a single one. */
const pathTo =
  (level: 1 | 2) =>
  (where: readonly Clause[]): Path => {
    const path = levels.slice(0, level).flatMap((dimension) => {
      const value = onlyValue(where, dimension);
      return value ? [{ dimension, value }] : [];
    });
    return path.length === level ? path : [];
  };

/** Topics of three levels: choosing one opens the level below it. */
export function TopicsPanel() {
  const screen = useScreen();
  const { state, messages, language } = screen;
  const [firstPath, secondPath] = [pathTo(1)(state.where), pathTo(2)(state.where)];
  const [first, second] = [firstPath.at(0)?.value ?? null, secondPath.at(1)?.value ?? null];
  const view = useAnswer({ metrics: [state.metric], by: ['topic1'] }, 'topics');
  const below = useBelow('topic2', pathTo(1), 'topics');
  const lowest = useBelow('topic3', pathTo(2), 'topics');
  const whole = useOverallShare(view.answer, 'topics');
  const ready = view.answer !== undefined && !view.stale;
  const marks = useMarks({
    metric: state.metric,
    by: 'topic1',
    comparison: state.comparison,
    source: 'topics',
    ready,
  });
  const lower = useLevels(state.metric, 'topic1', 'topics', ready);
  const children = withChildren(
    rowsBelow(below, 'topic2', firstPath),
    second,
    rowsBelow(lowest, 'topic3', secondPath),
  );
  return (
    <PanelFrame
      name="topics"
      view={view}
      besides={[below, lowest]}
      belows={[...belowOf(below, 'topic2', first), ...belowOf(lowest, 'topic3', second)]}
      fallback={messages.topics.panel}
      heading={(answer) => ({
        title: rankingTitle(answer, 'topic1', { whole, lower }, screen),
        subtitle: subtitle(answer, chosenPlace(screen), screen),
      })}
      controls={
        <span className="hint">
          <ComparatorKey answer={view.answer} /> <MarkKey marks={marks} />
        </span>
      }
    >
      {(answer) => (
        <RankedList
          rows={withChildren(rowsUnder(rank(answer, 'topic1'), 'topic1', [], marks), first, children)}
          metric={metricIn(answer)}
          source="topics"
          label={inLanguage(dimensionOf('topic1').label, language)}
          whole={whole}
          most={14}
        />
      )}
    </PanelFrame>
  );
}
