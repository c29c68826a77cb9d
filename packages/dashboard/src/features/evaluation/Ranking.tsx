import { type Evaluation, inLanguage, type Language } from '@hotline-atlas/model';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { memo, useCallback, useDeferredValue, useMemo } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { type RankingColumn, rankingColumns } from './columns.ts';
import { GroupTabs } from './GroupTabs.tsx';
import { type MonthShown, useShownMonth } from './MonthContext.ts';
import { RankingHead } from './RankingHead.tsx';
import { RankingRow } from './RankingRow.tsx';
import { RowFilter, useFiltered } from './RowFilter.tsx';
import { type MonthRow, sortingOf, sortRows } from './rows.ts';
import { type RateScale, rateScale } from './scales.ts';
import { useTried } from './useMonth.ts';
import { WhatIfButton } from './WhatIf.tsx';
import { rankingWords } from './words-ranking.ts';

/** Rows drawn with the page; the others follow when there is time. */
const firstRows = 40;

const collators = new Map<Language, Intl.Collator>();

/** Names as the language of the reader orders them. */
function compareNames(language: Language) {
  const known = collators.get(language) ?? new Intl.Collator(language === 'zh' ? 'zh-u-co-pinyin' : 'en');
  collators.set(language, known);
  return known.compare;
}

/** What all rows of a table have in common. */
export interface RankingFrame {
  answer: Evaluation;
  columns: readonly RankingColumn[];
  scales: readonly RateScale[];
  ranked: number;
  decimals: number;
  /** Ranks by the tried weights; empty where none are tried. */
  tried: ReadonlyMap<string, number | null>;
}

function frameOf({ answer, rows, decimals }: MonthShown, tried: RankingFrame['tried']): RankingFrame {
  const { indicators } = answer;
  return {
    ...{ answer, decimals, tried },
    ranked: rows.filter(({ rank }) => rank !== null).length,
    scales: indicators.map(({ fewest }, at) => rateScale(rows, at, fewest)),
    columns: rankingColumns({
      indicators,
      hasChange: rows.some(({ change }) => change !== null),
      hasVisits: answer.base.visited > 0,
      hasExcluded: rows.some(({ excluded }) => (excluded ?? 0) > 0),
      hasClasses: answer.classes.length > 0,
      callsIn: answer.meta.group.called_in > 0 && rows.some(({ calledIn }) => calledIn),
      hasCaseMix: rows.some(({ caseMixRank }) => caseMixRank !== null),
      isTried: tried.size > 0,
    }),
  };
}

/** Ranks by the weights that are tried, by unit. */
function useTriedRanks(answer: Evaluation): RankingFrame['tried'] {
  const { answer: tried, stale } = useTried(answer);
  return useMemo(() => {
    if (!tried || stale) return new Map<string, number | null>();
    return new Map(tried.units.unit.map((code, at) => [code, tried.units.rank[at] ?? null]));
  }, [tried, stale]);
}

interface RowsProps {
  rows: readonly MonthRow[];
  frame: RankingFrame;
  chosen: string;
  isByRank: boolean;
  nameOf: (code: string) => string;
  onChoose: (code: string) => void;
}

const Rows = memo(function Rows({ rows, frame, chosen, isByRank, nameOf, onChoose }: RowsProps) {
  return (
    <tbody>
      {rows.map((row) => (
        <RankingRow
          key={row.code}
          row={row}
          frame={frame}
          name={nameOf(row.code)}
          isChosen={row.code === chosen}
          isLine={isByRank && row.toldApart}
          onChoose={onChoose}
        />
      ))}
    </tbody>
  );
});

function useSorted(rows: readonly MonthRow[]): readonly MonthRow[] {
  const { state, language } = useScreen();
  const { answer, names } = useShownMonth();
  const { order } = state.evaluation;
  return useMemo(
    () =>
      sortRows(
        rows,
        sortingOf(order),
        answer.indicators.map(({ name }) => name),
        names,
        compareNames(language),
      ),
    [rows, order, answer, names, language],
  );
}

/** The first rows at once, then all; never those of another answer under the heads of this one. */
function useShownRows(rows: readonly MonthRow[], answer: Evaluation): readonly MonthRow[] {
  const whole = useMemo(() => ({ rows, answer }), [rows, answer]);
  const first = useMemo(() => ({ rows: rows.slice(0, firstRows), answer }), [rows, answer]);
  const deferred = useDeferredValue(whole, first);
  return (deferred.answer === answer ? deferred : first).rows;
}

/** Who ranks where: bands of ranks, scores and rates with their intervals; any column sorts. */
export function Ranking() {
  const { state, language, change } = useScreen();
  const words = useWords(rankingWords);
  const month = useShownMonth();
  const { answer, names } = month;
  const tried = useTriedRanks(answer);
  const frame = useMemo(() => frameOf(month, tried), [month, tried]);
  const filtered = useFiltered(month);
  const sorted = useSorted(filtered);
  const shown = useShownRows(sorted, answer);
  const { unit, order } = state.evaluation;
  const onChoose = useCallback(
    (code: string) => change({ evaluation: { unit: code === unit ? '' : code } }),
    [change, unit],
  );
  const sorting = sortingOf(order);
  const group = inLanguage(answer.meta.group.label, language);
  return (
    <div className="ranking" data-testid="ranking">
      <div className="ranking-top">
        <GroupTabs />
        <WhatIfButton />
        <RowFilter shown={filtered.length} />
      </div>
      {filtered.length === 0 ? (
        <p className="panel-message">{words.filter.none}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and is reached by keyboard
        <section className="ranking-scroll" tabIndex={0} aria-label={group}>
          <table className="ranking-table">
            <caption className="hidden">{group}</caption>
            <RankingHead frame={frame} sorting={sorting} />
            <Rows
              rows={shown}
              frame={frame}
              chosen={unit}
              isByRank={
                sorting.column === 'rank' && !sorting.descending && filtered.length === month.rows.length
              }
              nameOf={names.unit}
              onChoose={onChoose}
            />
          </table>
        </section>
      )}
      <p className="hint ranking-foot">{words.foot}</p>
    </div>
  );
}
