import { dimensionOf, type Grain, inLanguage } from '@hotline-atlas/model';
import { Segmented } from '@hotline-atlas/ui/kit/Segmented.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { chooseGrain, possibleGrains } from '../../address/period.ts';
import { useScreen } from '../../screen/screen.ts';
import { courseWords } from './courseWords.ts';

/** The grain of the trend, out of those the period can be drawn in. */
export function GrainSwitch() {
  const words = useWords(courseWords);
  const { state, period, language, change } = useScreen();
  const options = possibleGrains(period).map((name: Grain) => ({
    name,
    label: inLanguage(dimensionOf(name).label, language),
  }));
  return (
    <Segmented
      label={words.grain}
      options={options}
      chosen={chooseGrain(period, state.trend.grain)}
      onChoose={(grain) =>
        change({ trend: { grain: chooseGrain(period, 'auto') === grain ? 'auto' : grain } })
      }
    />
  );
}
