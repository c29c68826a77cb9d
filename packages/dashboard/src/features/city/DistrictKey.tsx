import type { Answer, MetricName } from '@hotline-atlas/model';
import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { useSpaciousWindow } from '@hotline-atlas/ui/kit/useMediaQuery.ts';
import { KeyMap } from '@hotline-atlas/ui/map/KeyMap.tsx';
import { extremes, type Shading, shadingOf } from '@hotline-atlas/ui/map/shading.ts';
import type { Palette } from '@hotline-atlas/ui/theme/tokens.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import type { ReactNode } from 'react';
import { turnedTo } from '../../address/object.ts';
import { selectMetric } from '../../questions/selectMetric.ts';
import { useAreas } from '../../questions/useAreas.ts';
import { useScreen } from '../../screen/screen.ts';
import { isTold } from './stripRows.ts';
import { type StripView, useStrip } from './useStrip.ts';
import { stripWords } from './words-strip.ts';

/** Districts shaded by what is beyond chance: lower, no clear change, higher. */
function changeShading({ rows, measure }: StripView, palette: Palette): Shading {
  const figures = rows.map(({ code, moved }) => {
    const sign = isTold(moved?.mark) ? Math.sign(moved?.amount ?? 0) : 0;
    const none = {
      before: null,
      wholeBefore: null,
      change: null,
      numerator: null,
      cases: null,
      interval: null,
    };
    return [code, { code, value: sign, tooFew: moved?.mark === 'too_few', ...none }] as const;
  });
  return {
    metric: measure === 'appeals' ? 'per_10k_residents' : measure,
    figures: new Map(figures),
    edges: [-0.5, 0.5],
    colors: [palette.cold[1], palette.sunken, palette.hot[1]],
    values: [-1, 0, 1],
    ranges: [null, null, null],
    logarithmic: false,
    absentIsZero: false,
  };
}

const byMetric = (answer: Answer, metric: MetricName, palette: Palette) =>
  shadingOf(selectMetric(answer, metric), 'district', palette);

/** The map as the key of the strip: shaded by the column the strip is sorted by. */
export function DistrictKey(props: { height?: number; children?: ReactNode }) {
  const { children } = props;
  const { state, palette, language, change } = useScreen();
  const words = useWords(stripWords);
  const strip = useStrip();
  const isSpacious = useSpaciousWindow();
  const height = props.height ?? (isSpacious ? 220 : 150);
  const areas = useAreas('district');
  if (!areas.answer || areas.answer.features.length === 0 || !strip.answer) return children;
  const column = state.city.order.replace('-', '');
  const isChange = (column === 'change' || column === 'name') && strip.judged;
  const isLevel = column === 'level' && strip.hasLevel;
  const metric = isLevel ? 'resolution_rate' : strip.hasResidents ? 'per_10k_residents' : 'appeals';
  const shading = isChange ? changeShading(strip, palette) : byMetric(strip.answer, metric, palette);
  const marked = strip.rows.filter(({ moved }) => isTold(moved?.mark)).map(({ code }) => code);
  const key = isChange
    ? words.keyChange
    : isLevel
      ? words.keyLevel
      : strip.hasResidents
        ? words.keyVolume
        : words.keyAppeals;
  return (
    <figure className="city-key" data-testid="city-key">
      <KeyMap
        areas={areas.answer.features}
        shading={shading}
        named={isChange ? marked : extremes(shading)}
        label={labelled(words.key, key, language)}
        height={height}
        onChoose={(code) => change(turnedTo(state, { page: 'area', object: code }))}
      />
      <figcaption>
        <p className="hint">{key}</p>
        {children}
      </figcaption>
    </figure>
  );
}
