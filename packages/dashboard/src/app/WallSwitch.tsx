import { IconButton } from '@hotline-atlas/ui/kit/IconButton.tsx';
import { useEffect } from 'react';
import { useScreen } from '../screen/screen.ts';

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
  const { state, messages, change } = useScreen();
  useWallScale(state.wall);
  const label = state.wall ? messages.wall.leave : messages.wall.enter;
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
