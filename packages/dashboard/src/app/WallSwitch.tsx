import { IconButton } from '@hotline-atlas/ui/kit/IconButton.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../screen/screen.ts';
import { appWords } from './words.ts';

/** Shows the city on a wall, on the whole of the screen where the browser allows it. */
export function WallSwitch() {
  const words = useWords(appWords);
  const { change } = useScreen();
  const show = () => {
    change({ page: 'city', object: '', wall: true });
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
  };
  return <IconButton className="wall-switch" icon="whole" label={words.wall.enter} onClick={show} />;
}
