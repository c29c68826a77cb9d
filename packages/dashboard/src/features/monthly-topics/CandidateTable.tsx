import type { MonthlyTopicCandidate, MonthlyTopicCandidates } from '@hotline-atlas/model';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { Fragment, type ReactNode } from 'react';
import { ScrollBox } from '../../panel/ScrollBox.tsx';
import { useScreen } from '../../screen/screen.ts';
import { CandidateCells } from './CandidateCells.tsx';
import {
  type CandidateColumn,
  type CandidateOrder,
  candidateColumns,
  inOrder,
  isDescending,
  orderAfter,
} from './candidateColumns.ts';
import { Undominated } from './Undominated.tsx';
import { candidateWords } from './words-candidates.ts';

interface HeadProps {
  order: CandidateOrder;
  onOrder: (order: CandidateOrder) => void;
}

function ColumnHead({ column, order, onOrder }: HeadProps & { column: CandidateColumn }) {
  const words = useWords(candidateWords);
  const isSorted = order.column === column;
  const name = words.columns[column];
  const down = isDescending(order);
  return (
    <th
      scope="col"
      className={`candidate-${column}`}
      aria-sort={isSorted ? (down ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" title={words.sortBy(name)} onClick={() => onOrder(orderAfter(order, column))}>
        {name}
        <span aria-hidden="true" className="sorted">
          {isSorted ? (down ? '▾' : '▴') : ''}
        </span>
      </button>
      <small>{words.under[column]}</small>
    </th>
  );
}

export interface CandidateTableProps extends HeadProps {
  answer: MonthlyTopicCandidates;
  label: string;
  /** The topic whose row is open; null where rows do not open. */
  open: string | null;
  onOpen: (topic: string) => void;
  /** What stands under an open row. */
  behind: (candidate: MonthlyTopicCandidate) => ReactNode;
  /** What can be done with a candidate, in the last column. */
  way?: ((candidate: MonthlyTopicCandidate) => ReactNode) | undefined;
}

interface RowProps extends Pick<CandidateTableProps, 'open' | 'onOpen' | 'way' | 'answer'> {
  candidate: MonthlyTopicCandidate;
  low: number;
}

function CandidateRow({ candidate, open, onOpen, way, answer, low }: RowProps) {
  const { label } = useScreen();
  const words = useWords(candidateWords);
  const { level } = answer.meta;
  const name = label(level, candidate.topic);
  const isOpen = open === candidate.topic;
  const above = level === 'topic3' ? label('topic2', candidate.topic2) : label('topic1', candidate.topic1);
  return (
    <tr className={isOpen ? 'chosen' : ''} data-testid="candidate" data-topic={candidate.topic}>
      <th scope="row">
        {open === null ? (
          name
        ) : (
          <button
            type="button"
            className="candidate-name"
            aria-expanded={isOpen}
            title={words.openRow(name)}
            onClick={() => onOpen(isOpen ? '' : candidate.topic)}
          >
            {name}
          </button>
        )}
        <small>{above}</small>
      </th>
      <CandidateCells candidate={candidate} low={low} whole={answer.whole.resolution.rate} />
      <td>
        <Undominated isMarked={candidate.undominated} />
      </td>
      {way && <td className="screen-only">{way(candidate)}</td>}
    </tr>
  );
}

/** Where the scale of resolution begins: at the lowest rate of those that rest on enough, rounded down. */
function lowestShown({ topics, whole }: MonthlyTopicCandidates): number {
  const rates = topics.flatMap(({ resolution: { mark, rate } }) =>
    mark === 'too_few' || rate === null ? [] : [rate],
  );
  const least = Math.min(...rates, whole.resolution.rate ?? 1);
  return Math.max(0, Math.floor((least - 0.05) * 10) / 10);
}

/** The candidates with each of their numbers; any column sorts, and a row opens what is behind it. */
export function CandidateTable(props: CandidateTableProps) {
  const { answer, order, onOrder, open, onOpen, behind, way } = props;
  const { label } = useScreen();
  const words = useWords(candidateWords);
  const rows = inOrder(answer.topics, order, (topic) => label(answer.meta.level, topic));
  const low = lowestShown(answer);
  return (
    <ScrollBox label={props.label}>
      <table className="candidates" data-testid="candidates">
        <caption className="hidden">{props.label}</caption>
        <thead>
          <tr>
            {candidateColumns.map((column) => (
              <ColumnHead key={column} column={column} order={order} onOrder={onOrder} />
            ))}
            {way && (
              <th scope="col" className="screen-only">
                <span className="hidden">{words.pick}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((candidate) => (
            <Fragment key={candidate.topic}>
              <CandidateRow {...{ candidate, open, onOpen, way, answer, low }} />
              {open === candidate.topic && (
                <tr className="candidate-behind">
                  <td colSpan={candidateColumns.length + (way ? 1 : 0)}>{behind(candidate)}</td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
