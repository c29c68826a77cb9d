import { metricIn } from '@hotline-atlas/ui/answer/columns.ts';
import { rank } from '@hotline-atlas/ui/answer/ranking.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { ComparatorKey } from '../../panel/ComparatorKey.tsx';
import { PanelFrame } from '../../panel/PanelFrame.tsx';
import { rankingTitle, subtitle } from '../../panel/titles.ts';
import { useAnswer } from '../../questions/useRequest.ts';
import { chosenPlace } from '../../screen/chosen-place.ts';
import { useScreen } from '../../screen/screen.ts';
import { MarkKey } from '../change/MarkKey.tsx';
import { useMarks } from '../change/useChange.ts';
import { RankedList, rowsUnder } from '../ranking/RankedList.tsx';
import { levelBelow, type Node } from './topicTree.ts';
import { objectWords } from './words.ts';

/** The topics under a topic, ranked; nothing for the lowest level. */
export function ChildrenPanel({ dimension, code }: Node) {
  const words = useWords(objectWords);
  const screen = useScreen();
  const { state } = screen;
  const below = levelBelow(dimension);
  const view = useAnswer(
    (below && {
      metrics: [state.metric],
      by: [below],
      within: [{ dimension, exclude: false, values: [code] }],
    }) ||
      null,
    'topics',
  );
  const ready = below !== undefined && view.answer !== undefined && !view.stale;
  const { metric, comparison } = state;
  const marks = useMarks({ metric, by: below ?? null, comparison, source: 'topics', ready });
  if (!below) return null;
  return (
    <PanelFrame
      name="topics"
      view={view}
      fallback={words.below}
      heading={(answer) => ({
        title: rankingTitle(answer, below, { whole: null, lower: null }, screen),
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
          rows={rowsUnder(rank(answer, below), below, [], marks)}
          metric={metricIn(answer)}
          source="topics"
          label={words.below}
          most={14}
        />
      )}
    </PanelFrame>
  );
}
