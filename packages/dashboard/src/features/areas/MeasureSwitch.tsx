import { Segmented } from '@hotline-atlas/ui/kit/Segmented.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import { measures } from '../map/address.ts';
import { hasRate } from './mapMetric.ts';
import { areaWords } from './words.ts';

export interface MeasureSwitchProps {
  level: string | null;
  /** Whether areas without known residents can be held against their usual level instead. */
  usual?: boolean;
}

/**
 * Appeals on maps per 10,000 residents, else against their usual level, or as they are; other metrics have
 * only one way.
 */
export function MeasureSwitch({ level, usual = false }: MeasureSwitchProps) {
  const words = useWords(areaWords);
  const screen = useScreen();
  const { state, change } = screen;
  const isRate = hasRate(level, screen);
  if (state.metric !== 'appeals' || !(isRate || usual)) return null;
  const labels = { rate: isRate ? words.measures.rate : words.usual, count: words.measures.count };
  return (
    <Segmented
      label={words.measure}
      options={measures.map((name) => ({ name, label: labels[name] }))}
      chosen={state.map.measure}
      onChoose={(measure) => change({ map: { measure } })}
    />
  );
}
