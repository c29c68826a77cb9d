import type { Rates } from '@hotline-atlas/model';
import { type FunnelPoint, funnelOption, sizeAt } from '@hotline-atlas/ui/charts/funnelOption.ts';
import { LazyChart } from '@hotline-atlas/ui/charts/LazyChart.tsx';
import { percent } from '@hotline-atlas/ui/format/numbers.ts';
import { Skeleton } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { useWidth } from '@hotline-atlas/ui/kit/useWidth.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { Suspense, useMemo } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { labelledCodes } from './labelled.ts';
import type { RateRow } from './rateRows.ts';
import { rateSentence } from './rateSentences.ts';
import { rateWords } from './words.ts';

interface FunnelProps {
  answer: Rates;
  /** Those that were judged. */
  rows: readonly RateRow[];
  chosen: readonly string[];
  onChoose: (code: string) => void;
}

function useOption({ answer, rows, chosen }: FunnelProps, width: number) {
  const { palette, language, label } = useScreen();
  const words = useWords(rateWords);
  return useMemo(() => {
    const named = labelledCodes(rows, chosen, width);
    const points = rows.map((row): FunnelPoint => {
      const point = {
        size: row.weight,
        rate: row.adjusted,
        level: row.level ?? 0,
        chosen: chosen.includes(row.code),
      };
      return named.has(row.code) ? { ...point, name: label(answer.meta.by, row.code) } : point;
    });
    const { funnel, mean, meta } = answer;
    if (!funnel) return null;
    const value = mean.rate ?? 0;
    const { limits } = words;
    return funnelOption({
      points,
      limits: funnel,
      mean: value,
      names: {
        ...limits,
        mean: words.mean(percent(value, language)),
        x: words.x[meta.expected],
        y: words.y[meta.expected],
      },
      palette,
      language,
      width,
    });
  }, [answer, rows, chosen, width, palette, language, label, words]);
}

/** Groups by size and rate: who lies outside of what size and usual spread explain. */
export function FunnelChart(props: FunnelProps) {
  const { language, label, state } = useScreen();
  const words = useWords(rateWords);
  const { host, width } = useWidth();
  const { answer, rows, onChoose } = props;
  const option = useOption(props, width);
  const places = useMemo(() => rows.map((row) => [sizeAt(row.weight), row.adjusted] as const), [rows]);
  const describe = (index: number) => {
    const row = rows[index];
    return row ? (
      <>
        <strong>{label(answer.meta.by, row.code)}</strong>
        <span>{rateSentence(row, answer, words, language)}</span>
      </>
    ) : null;
  };
  const choose = (index: number) => {
    const row = rows[index];
    if (row) onChoose(row.code);
  };
  return (
    <div ref={host} className="chart-host funnel">
      <Suspense fallback={<Skeleton />}>
        {option && (
          <LazyChart
            option={option}
            label={words.chart(words.plural[state.rates.by])}
            length={rows.length}
            places={places}
            describe={describe}
            onChoose={(from, to) => from === to && choose(from)}
            onClear={() => undefined}
          />
        )}
      </Suspense>
    </div>
  );
}
