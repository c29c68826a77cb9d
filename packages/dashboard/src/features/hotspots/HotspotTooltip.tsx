import { type Hotspots, inLanguage } from '@hotline-atlas/model';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { expectation, probability, score, stepLabel } from '../../judgement/numbers.ts';
import { useScreen } from '../../screen/screen.ts';
import { hotspotWords } from './words.ts';

export interface HotspotTooltipProps {
  answer: Hotspots;
  index: number;
  at: number;
  nameOf: (place: string) => string;
}

/** A place at a step: what was counted and expected, and how sure it stands out. */
export function HotspotTooltip({ answer, index, at, nameOf }: HotspotTooltipProps) {
  const { language } = useScreen();
  const words = useWords(hotspotWords);
  const { places, series, meta, classes } = answer;
  const cell = index * meta.steps.length + at;
  const isLatest = at === meta.steps.length - 1;
  const pattern = classes.find(({ code }) => code === places.class[index]);
  return (
    <>
      <strong>{nameOf(places.place[index] ?? '')}</strong>
      <span className="tooltip-figure">
        {words.cases.of(
          exact(series.count[cell] ?? 0, language),
          expectation(series.expected[cell] ?? null, language),
        )}
      </span>
      <span>{stepLabel(meta.steps[at] ?? '', meta.step, language)}</span>
      <span>
        {words.bins[series.bin[cell] ?? 0]} · {words.z(score(series.z[cell] ?? null, language))}
        {isLatest && ` · ${words.q(probability(places.q[index] ?? null, language))}`}
      </span>
      {pattern && <span>{inLanguage(pattern.label, language)}</span>}
    </>
  );
}
