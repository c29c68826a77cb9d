import type { Hotspots } from '@hotline-atlas/model';
import { useCallback, useEffect, useState } from 'react';
import { stepLabel } from '../judgement/numbers.ts';
import { useWords } from '../judgement/words/index.ts';
import { Icon } from '../panels/Icon.tsx';
import { useScreen } from '../state/screen.ts';

const pace = 350;

/** Calls back at a steady pace while playing. */
function usePlaying(step: () => void): [boolean, (playing: boolean) => void] {
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(step, pace);
    return () => clearInterval(timer);
  }, [playing, step]);
  return [playing, setPlaying];
}

export interface StepSliderProps {
  answer: Hotspots;
  at: number;
  onStep: (at: number | ((last: number) => number)) => void;
}

/** Walks through the steps: a slider, a button for each direction, and a walk by itself. */
export function StepSlider({ answer, at, onStep }: StepSliderProps) {
  const { language } = useScreen();
  const words = useWords();
  const { steps, step } = answer.meta;
  const { length } = steps;
  const forward = useCallback(() => onStep((last) => (last + 1) % length), [onStep, length]);
  const [playing, setPlaying] = usePlaying(forward);
  const label = stepLabel(steps[at] ?? '', step, language);
  const play = playing ? words.hotspots.pause : words.hotspots.play;
  return (
    <div className="step-slider">
      <button
        type="button"
        className="icon-button"
        aria-label={play}
        title={play}
        onClick={() => setPlaying(!playing)}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <input
        type="range"
        min={0}
        max={steps.length - 1}
        value={at}
        aria-label={words.hotspots.slider}
        aria-valuetext={label}
        onChange={(event) => {
          setPlaying(false);
          onStep(Number(event.target.value));
        }}
      />
      <output>{label}</output>
    </div>
  );
}
