import { Segmented } from '@hotline-atlas/ui/kit/Segmented.tsx';
import { useScreen } from '../../screen/screen.ts';
import { measures } from '../map/address.ts';
import { hasRate } from './mapMetric.ts';

/** Appeals on maps per 10,000 residents or as they are; other metrics have only one way. */
export function MeasureSwitch({ level }: { level: string | null }) {
  const screen = useScreen();
  const { state, messages, change } = screen;
  if (state.metric !== 'appeals' || !hasRate(level, screen)) return null;
  return (
    <Segmented
      label={messages.map.measure}
      options={measures.map((name) => ({ name, label: messages.map.measures[name] }))}
      chosen={state.map.measure}
      onChoose={(measure) => change({ map: { measure } })}
    />
  );
}
