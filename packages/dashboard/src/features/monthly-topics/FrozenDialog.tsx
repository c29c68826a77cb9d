import type { MonthlyTopicCandidates } from '@hotline-atlas/model';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import { CandidateTable } from './CandidateTable.tsx';
import { orderOf, orderSent } from './candidateColumns.ts';
import { candidatesSaid, candidatesTitle } from './candidateTexts.ts';
import { candidateWords } from './words-candidates.ts';

/** The candidates as they were when a topic was frozen: to be read, and sorted. */
export function FrozenDialog(props: { candidates: MonthlyTopicCandidates; onClose: () => void }) {
  const screen = useScreen();
  const { state, language, change } = screen;
  const words = useWords(candidateWords);
  const { candidates } = props;
  const month = bucketLabel(`${candidates.meta.month}-01`, 'month', language);
  return (
    <Dialog
      title={words.frozenTitle(month)}
      className="frozen-dialog"
      testId="frozen-dialog"
      onClose={props.onClose}
    >
      <p className="subtitle">{candidatesSaid(candidates, screen).join(language === 'zh' ? '' : ' ')}</p>
      <CandidateTable
        answer={candidates}
        label={candidatesTitle(candidates, screen)}
        order={orderOf(state.evaluation.order)}
        onOrder={(order) => change({ evaluation: { order: orderSent(order) } })}
        open={null}
        onOpen={() => undefined}
        behind={() => null}
      />
    </Dialog>
  );
}
