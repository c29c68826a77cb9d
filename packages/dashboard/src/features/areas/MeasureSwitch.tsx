import { Segmented } from '@hotline-atlas/ui/kit/Segmented.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import { measures } from '../map/address.ts';
import { hasRate } from './mapMetric.ts';
import { areaWords } from './words.ts';

/** Appeals on maps per 10,000 residents or as they are; other metrics have only one way. */
export function MeasureSwitch({ level }: { level: string | null }) {
  const words = useWords(areaWords);
  const screen = useScreen();
  const { state, change } = screen;
  if (state.metric !== 'appeals' || !hasRate(level, screen)) return null;
  return (
    <Segmented
      label={words.measure}
      options={measures.map((name) => ({ name, label: words.measures[name] }))}
      chosen={state.map.measure}
      onChoose={(measure) => change({ map: { measure } })}
    />
  );
}
