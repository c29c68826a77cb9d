import { IconButton } from '@hotline-atlas/ui/kit/IconButton.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useEffect } from 'react';
import { useScreen } from '../screen/screen.ts';
import { appWords } from './words.ts';

/** A wall is read from afar: everything as large as fits one screen of this many pixels. */
const wallWidth = 1600;
const wallHeight = 900;

const largest = () => Math.max(1, Math.min(window.innerWidth / wallWidth, window.innerHeight / wallHeight));

function useWallScale(wall: boolean): void {
  useEffect(() => {
    const root = document.documentElement;
    root.classList.toggle('wall', wall);
    const scale = () => root.style.setProperty('--wall-scale', wall ? String(largest()) : '1');
    scale();
    window.addEventListener('resize', scale);
    return () => window.removeEventListener('resize', scale);
  }, [wall]);
}

/** Puts the page on a wall: the same page, larger, without controls; and takes it down again. */
export function WallSwitch() {
  const words = useWords(appWords);
  const { state, change } = useScreen();
  useWallScale(state.wall);
  const label = state.wall ? words.wall.leave : words.wall.enter;
  return (
    <IconButton
      className="wall-switch"
      icon={state.wall ? 'close' : 'whole'}
      label={label}
      pressed={state.wall}
      onClick={() => change({ wall: !state.wall })}
    />
  );
}
