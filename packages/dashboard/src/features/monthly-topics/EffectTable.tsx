import type { MonthlyTopicEffect } from '@hotline-atlas/model';
import { bucketLabel, periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { labelled, listed } from '@hotline-atlas/ui/format/joined.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { ScrollBox } from '../../panel/ScrollBox.tsx';
import { useScreen } from '../../screen/screen.ts';
import { daysOfMonth } from './candidatesAddress.ts';
import { monthNumber } from './effectScales.ts';
import { effectText } from './effectTold.ts';
import { rateText } from './numbers.ts';
import { effectWords } from './words-effect.ts';

type LeftOutMonth = MonthlyTopicEffect['meta']['left_out'][number];

/** Months in a row that are left out for the same reason, as one. */
function runsOf(
  months: readonly LeftOutMonth[],
): { first: string; last: string; why: LeftOutMonth['why'] }[] {
  const runs: { first: string; last: string; why: LeftOutMonth['why'] }[] = [];
  for (const { month, why } of months) {
    const run = runs.at(-1);
    if (run && run.why === why && monthNumber(month) === monthNumber(run.last) + 1) run.last = month;
    else runs.push({ first: month, last: month, why });
  }
  return runs;
}

/** Which months do not count, and why. */
export function LeftOut({ effect }: { effect: MonthlyTopicEffect }) {
  const { language } = useScreen();
  const words = useWords(effectWords);
  const runs = runsOf(effect.meta.left_out);
  if (runs.length === 0) return null;
  const told = runs.map(({ first, last, why }) => {
    const period = periodLabel({ from: `${first}-01`, to: daysOfMonth(last).to }, language);
    return language === 'zh' ? `${period}（${words.why[why]}）` : `${period} (${words.why[why]})`;
  });
  return <p className="hint">{labelled(words.leftOut, listed(told, language), language)}</p>;
}

/** The numbers of the pictures, month by month. */
export function EffectTable({ effect: { series, meta } }: { effect: MonthlyTopicEffect }) {
  const { language } = useScreen();
  const words = useWords(effectWords);
  const isCount = meta.kind === 'counts';
  const value = (each: number | null | undefined) =>
    each === null || each === undefined
      ? '\u2013'
      : isCount
        ? exact(each, language, 1)
        : rateText(each, language);
  const columns = (['month', 'actual', 'of', 'control', 'gap', 'difference'] as const).filter(
    (column) => column !== 'of' || !isCount,
  );
  return (
    <details className="effect-numbers screen-only">
      <summary>{words.table}</summary>
      <ScrollBox label={words.table}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {words.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {series.month.map((month, at) => (
              <tr key={month}>
                <th scope="row">
                  {bucketLabel(`${month}-01`, 'month', language)}
                  {series.after[at] && <small> {words.work}</small>}
                </th>
                <td>{value(series.actual[at])}</td>
                {!isCount && <td>{exact(series.of[at] ?? 0, language)}</td>}
                <td>{value(series.control[at])}</td>
                <td>{effectText(series.gap[at] ?? null, meta.kind, language)}</td>
                <td>{value(series.difference_control[at])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
}
