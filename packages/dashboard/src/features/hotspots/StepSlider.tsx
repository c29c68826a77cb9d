import type { Hotspots } from '@hotline-atlas/model';
import { IconButton } from '@hotline-atlas/ui/kit/IconButton.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { stepLabel } from '../../judgement/numbers.ts';
import { useScreen } from '../../screen/screen.ts';
import { hotspotWords } from './words.ts';

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
  /** The step shown is the one wanted: nothing is held, nothing plays. */
  onRest: () => void;
}

/** Whether a pointer or a key holds the slider; calls back when it is let go. */
function useHeld(letGo: () => void) {
  const held = useRef(false);
  const hold = () => {
    held.current = true;
  };
  const release = () => {
    held.current = false;
    letGo();
  };
  return {
    held,
    handlers: {
      onPointerDown: hold,
      onPointerUp: release,
      onPointerCancel: release,
      onKeyDown: hold,
      onKeyUp: release,
      onBlur: release,
    },
  };
}

/** Walks through the steps: a slider, a button for each direction, and a walk by itself. */
export function StepSlider({ answer, at, onStep, onRest }: StepSliderProps) {
  const { language } = useScreen();
  const words = useWords(hotspotWords);
  const { steps, step } = answer.meta;
  const { length } = steps;
  const forward = useCallback(() => onStep((last) => (last + 1) % length), [onStep, length]);
  const [playing, setPlaying] = usePlaying(forward);
  const { held, handlers } = useHeld(onRest);
  const label = stepLabel(steps[at] ?? '', step, language);
  const play = playing ? words.pause : words.play;
  return (
    <div className="step-slider">
      <IconButton
        icon={playing ? 'pause' : 'play'}
        label={play}
        onClick={() => {
          setPlaying(!playing);
          if (playing) onRest();
        }}
      />
      <input
        type="range"
        min={0}
        max={steps.length - 1}
        value={at}
        aria-label={words.slider}
        aria-valuetext={label}
        onChange={(event) => {
          setPlaying(false);
          onStep(Number(event.target.value));
          if (!held.current) onRest();
        }}
        {...handlers}
      />
      <output>{label}</output>
    </div>
  );
}
