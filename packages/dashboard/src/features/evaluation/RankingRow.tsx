import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type MouseEvent, memo } from 'react';
import { useScreen } from '../../screen/screen.ts';
import type { RankingColumn } from './columns.ts';
import type { RankingFrame } from './Ranking.tsx';
import { RankCell, RateCell, ScoreCells, TriedCell, UnitCell, WordsCell } from './RankingCells.tsx';
import { excludedShare, type MonthRow } from './rows.ts';
import { counted, inPercent } from './told.ts';
import { rankingWords } from './words-ranking.ts';

export interface RankingRowProps {
  row: MonthRow;
  frame: RankingFrame;
  name: string;
  isChosen: boolean;
  /** It is truly higher than the next. */
  isLine: boolean;
  onChoose: (code: string) => void;
}

function Cell({ column, ...props }: RankingRowProps & { column: RankingColumn }) {
  const { language } = useScreen();
  const words = useWords(rankingWords).row;
  const { row } = props;
  const classes = `col-${column.kind} room-${column.room}`;
  if (column.kind === 'rank') return <RankCell {...props} />;
  if (column.kind === 'name') return <UnitCell {...props} />;
  if (column.kind === 'score' || column.kind === 'change')
    return <ScoreCells {...props} kind={column.kind} />;
  if (column.kind === 'tried') return <TriedCell {...props} />;
  if (column.kind === 'rate' || column.kind === 'number')
    return <RateCell {...props} at={column.indicator} isDrawn={column.kind === 'rate'} className={classes} />;
  if (column.kind === 'visited') return <td className={classes}>{counted(row.visited, language)}</td>;
  if (column.kind === 'excluded') {
    const share = excludedShare(row);
    const told = words.excluded(counted(row.excluded ?? 0, language), counted(row.orders, language));
    return (
      <td className={classes} title={share === null ? undefined : told}>
        {share === null ? '–' : inPercent(share, language)}
      </td>
    );
  }
  return <WordsCell {...props} name={column.name} className={classes} />;
}

/** Whether a click was meant for something in the row that does something itself. */
const isOnControl = ({ target }: MouseEvent): boolean =>
  target instanceof Element && target.closest('a, button') !== null;

/** One unit. A click, or the button of its rank, chooses it; its name leads to its page. */
export const RankingRow = memo(function RankingRow(props: RankingRowProps) {
  const { row, frame, isChosen, isLine, onChoose } = props;
  const classes = [isChosen && 'chosen', isLine && 'apart', row.rank === null && 'unranked'];
  return (
    <tr
      className={classes.filter(Boolean).join(' ')}
      data-testid="ranking-row"
      data-code={row.code}
      onClick={(event) => !isOnControl(event) && onChoose(row.code)}
    >
      {frame.columns.map((column) => (
        <Cell key={column.name} {...props} column={column} />
      ))}
    </tr>
  );
});
