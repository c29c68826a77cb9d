import { inLanguage } from '@hotline-atlas/model';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { turnedTo } from '../../address/object.ts';
import { changed } from '../../address/state.ts';
import { StateLink } from '../../panel/ObjectLink.tsx';
import { useScreen } from '../../screen/screen.ts';
import { Mark } from '../change/Mark.tsx';
import { Interval } from './Interval.tsx';
import { RankBand } from './RankBand.tsx';
import type { RankingRowProps } from './RankingRow.tsx';
import { fixed, inPercent, ranksTold, signed } from './told.ts';
import { rankingWords } from './words-ranking.ts';

/** The ranks it may truly have, as words and as a band; a button that chooses the row. */
export function RankCell({ row, frame, name, isChosen, onChoose }: RankingRowProps) {
  const words = useWords(rankingWords).row;
  const told =
    row.rank === null
      ? words.unranked[row.standing === 'not_asked' ? 'not_asked' : 'too_few']
      : words.rankIs(String(row.rank), String(row.first ?? row.rank), String(row.last ?? row.rank));
  return (
    <td className="col-rank" title={told}>
      <button
        type="button"
        className="rank-button"
        aria-pressed={isChosen}
        aria-label={`${words.choose(name)}. ${told}`}
        onClick={() => onChoose(row.code)}
      >
        {row.rank === null ? <small>{told}</small> : ranksTold(row)}
      </button>
      <RankBand row={row} ranked={frame.ranked} />
    </td>
  );
}

/** The name, which leads to the page of the unit in this month. */
export function UnitCell({ row, frame, name }: RankingRowProps) {
  const { state } = useScreen();
  const { month, group } = frame.answer.meta;
  return (
    <th scope="row" className="col-name">
      <StateLink
        to={changed(turnedTo(state, { page: 'evaluation', object: row.code }), {
          evaluation: { month, group: group.name },
        })}
        title={name}
      >
        {name}
      </StateLink>
    </th>
  );
}

/** The score, or how it moved, with whether that is real. */
export function ScoreCells({ row, frame, kind }: RankingRowProps & { kind: 'score' | 'change' }) {
  const { language } = useScreen();
  const words = useWords(rankingWords).row;
  const digits = frame.decimals;
  const { score, scoreLower, scoreUpper, change, mark } = row;
  if (kind === 'change')
    return (
      <td className="col-change">
        {change !== null && (
          <>
            {signed(change, Math.min(1, digits), language)} <Mark mark={mark} />
          </>
        )}
      </td>
    );
  const number = (value: number | null) => (value === null ? '–' : fixed(value, digits, language));
  return (
    <td
      className="col-score"
      title={score === null ? undefined : words.score(number(scoreLower), number(scoreUpper))}
    >
      {score === null ? '–' : <b>{number(score)}</b>}
    </td>
  );
}

/** The rank by the weights that are tried, and which way it moves. */
export function TriedCell({ row, frame }: RankingRowProps) {
  const tried = frame.tried.get(row.code) ?? null;
  const moved = tried === null || row.rank === null ? 0 : tried - row.rank;
  return (
    <td className="col-tried">
      {tried ?? '–'}
      {moved !== 0 && <small> {moved < 0 ? `▲${-moved}` : `▼${moved}`}</small>}
    </td>
  );
}

/** A rate: dot and interval on the scale of its column, and the number. */
export function RateCell(props: RankingRowProps & { at: number; isDrawn: boolean; className: string }) {
  const { row, frame, at, isDrawn, className } = props;
  const { language } = useScreen();
  const words = useWords(rankingWords).row;
  const [rate, scale, indicator] = [row.rates[at], frame.scales[at], frame.answer.indicators[at]];
  if (!rate || !scale || !indicator) return <td className={className} />;
  const few = rate.denominator < Math.max(1, indicator.fewest);
  const [numerator, denominator] = [String(rate.numerator), String(rate.denominator)];
  const told =
    rate.rate === null || few
      ? words.few(numerator, denominator, String(indicator.fewest))
      : words.interval(
          inPercent(rate.rate, language),
          numerator,
          denominator,
          inPercent(rate.lower ?? 0, language),
          inPercent(rate.upper ?? 1, language),
        );
  return (
    <td className={`${className} ${few ? 'few' : ''}`} title={told}>
      {isDrawn && (
        <Interval
          rate={rate}
          scale={scale}
          few={few}
          provisional={indicator.ripeness.state === 'provisional'}
        />
      )}
      <span className="value">{rate.rate === null ? '–' : inPercent(rate.rate, language)}</span>
    </td>
  );
}

/** Class, who is called in, the rank at the case mix of all, and the ranks with other weights. */
export function WordsCell({
  row,
  frame,
  name,
  className,
}: RankingRowProps & { name: string; className: string }) {
  const { language } = useScreen();
  const words = useWords(rankingWords).row;
  const { calledIn, calledInSure, weightsBest, weightsWorst, caseMixRank, caseMixScore, rank } = row;
  if (name === 'class') {
    const found = frame.answer.classes.find((each) => each.name === row.class);
    return <td className={className}>{found && rank !== null ? inLanguage(found.label, language) : ''}</td>;
  }
  if (name === 'called_in')
    return (
      <td
        className={className}
        title={calledIn ? (calledInSure ? words.sureWhy : words.unsureWhy) : undefined}
      >
        {calledIn && (calledInSure ? <b>{words.sure}</b> : words.unsure)}
      </td>
    );
  if (name === 'case_mix')
    return (
      <td
        className={className}
        title={
          caseMixScore === null ? undefined : words.caseMix(fixed(caseMixScore, frame.decimals, language))
        }
      >
        {caseMixRank ?? '–'}
      </td>
    );
  return <td className={className}>{ranksTold({ rank, first: weightsBest, last: weightsWorst })}</td>;
}
