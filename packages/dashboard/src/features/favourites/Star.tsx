import { Icon } from '@hotline-atlas/ui/kit/Icon.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import { type FavouriteKind, useFavourites } from './useFavourites.ts';
import { favouriteWords } from './words.ts';
import './favourites.css';

/** Keeps something at hand, or does so no longer. */
export function Star({ kind, code, name }: { kind: FavouriteKind; code: string; name: string }) {
  const words = useWords(favouriteWords);
  const { person } = useScreen();
  const { favourites, has, flip } = useFavourites(person.may.has('keep'));
  if (!favourites) return null;
  const isKept = has({ kind, code });
  const label = (isKept ? words.remove : words.add)(name);
  return (
    <button
      type="button"
      className="star"
      aria-pressed={isKept}
      aria-label={label}
      title={label}
      onClick={() => void flip({ kind, code })}
    >
      <Icon name="star" />
    </button>
  );
}
