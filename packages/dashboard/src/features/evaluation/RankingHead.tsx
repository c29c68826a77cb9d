import { inLanguage, type Language, shift } from '@hotline-atlas/model';
import { bucketTick } from '@hotline-atlas/ui/format/dates.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import type { RankingColumn } from './columns.ts';
import type { RankingFrame } from './Ranking.tsx';
import { orderOfSorting, type RowSorting, turnedSorting } from './rows.ts';
import { fixed } from './told.ts';
import { type RankingWords, rankingWords } from './words-ranking.ts';

interface HeadText {
  name: string;
  /** Under the name: a unit, or the ends of a scale. */
  under?: string | undefined;
  ends?: readonly string[];
}

function textOf(
  { name, kind, indicator: at }: RankingColumn,
  { answer, ranked, scales }: RankingFrame,
  words: RankingWords['columns'],
  language: Language,
): HeadText {
  const { meta, indicators } = answer;
  if (kind === 'rank') return { name: words.rank, ends: ranked > 1 ? ['1', String(ranked)] : [] };
  if (kind === 'score') {
    const total = indicators.reduce((sum, { weight }) => sum + weight, 0);
    return { name: words.score, under: words.of(fixed(total, Number.isInteger(total) ? 0 : 1, language)) };
  }
  if (kind === 'change')
    return { name: words.change(bucketTick(shift(`${meta.month}-01`, 'month', -1), 'month', language)) };
  if (kind === 'number') {
    const label = indicators[at]?.label;
    return { name: label ? inLanguage(label, language) : name, under: '%' };
  }
  if (kind === 'rate') {
    const [indicator, scale] = [indicators[at], scales[at]];
    if (!indicator || !scale) return { name };
    const soFar = indicator.ripeness.state === 'provisional' ? [words.soFar] : [];
    const end = (share: number) => fixed(share * 100, 0, language);
    return {
      name: words.share(inLanguage(indicator.label, language)),
      ends: [end(scale.low), ...soFar, end(scale.high)],
    };
  }
  if (kind === 'visited') return { name: words.visited };
  if (kind === 'excluded') return { name: words.excluded, under: '%' };
  if (kind === 'tried') return { name: words.tried, under: words.caseMixRank };
  if (name === 'class') return { name: words.class };
  if (name === 'called_in') return { name: words.called_in };
  if (name === 'case_mix') return { name: words.case_mix, under: words.caseMixRank };
  if (name === 'weights') return { name: words.weights, under: words.weightsRanks };
  return { name: words.name };
}

interface HeadProps {
  column: RankingColumn;
  frame: RankingFrame;
  sorting: RowSorting;
}

function Head({ column, frame, sorting }: HeadProps) {
  const { language, change } = useScreen();
  const { columns: words } = useWords(rankingWords);
  const { name, under, ends } = textOf(column, frame, words, language);
  const isSorted = sorting.column === column.name;
  const canSort = column.kind !== 'tried';
  const arrow = !isSorted ? '' : sorting.descending ? ' ↓' : ' ↑';
  const sort = () => change({ evaluation: { order: orderOfSorting(turnedSorting(sorting, column.name)) } });
  return (
    <th
      scope="col"
      className={`col-${column.kind} room-${column.room}`}
      aria-sort={isSorted ? (sorting.descending ? 'descending' : 'ascending') : 'none'}
    >
      {canSort ? (
        <button type="button" onClick={sort}>
          {name}
          <span aria-hidden="true">{arrow}</span>
        </button>
      ) : (
        name
      )}
      {under && <span className="under">{under}</span>}
      {ends && (
        <span className="axis" aria-hidden="true">
          {ends.map((end) => (
            <i key={end}>{end}</i>
          ))}
        </span>
      )}
    </th>
  );
}

/** The heads of the columns: names that sort, and the ends of the scales below. */
export function RankingHead({ frame, sorting }: Omit<HeadProps, 'column'>) {
  return (
    <thead>
      <tr>
        {frame.columns.map((column) => (
          <Head key={column.name} column={column} frame={frame} sorting={sorting} />
        ))}
      </tr>
    </thead>
  );
}
