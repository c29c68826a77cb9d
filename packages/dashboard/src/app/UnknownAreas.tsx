import { listed } from '@hotline-atlas/ui/format/joined.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useUnread } from '../address/useNavigation.ts';
import { type Screen, useScreen } from '../screen/screen.ts';
import { appWords } from './words.ts';

const levels = ['district', 'subdistrict'] as const;

/** Codes of areas the screen is filtered by and the city does not name. */
function unknownAreas({ state, meta }: Screen): string[] {
  return levels.flatMap((level) => {
    const named = meta.labels[level] ?? {};
    if (Object.keys(named).length === 0) return [];
    const chosen = state.where.filter(({ dimension }) => dimension === level);
    return chosen
      .flatMap(({ values }) => values)
      .filter((code) => code !== '' && !Object.hasOwn(named, code));
  });
}

/** Says that an address filters by an area the city does not know: it is not a quiet one. */
export function UnknownAreas() {
  const { missing } = useWords(appWords);
  const screen = useScreen();
  const { state, language, change } = screen;
  const unknown = unknownAreas(screen);
  if (unknown.length === 0) return null;
  const isLevel = (name: string) => levels.some((level) => level === name);
  return (
    <p className="standing-note" data-testid="unknown-areas">
      {missing.filter(listed(unknown, language))}{' '}
      <button
        type="button"
        className="link"
        onClick={() =>
          change({
            where: state.where.filter(({ dimension }) => !isLevel(dimension)),
            appeals: { cursor: '' },
          })
        }
      >
        {missing.without}
      </button>
    </p>
  );
}

/** Says which filters of an address are not understood: what is shown is not filtered by them. */
export function UnreadFilters() {
  const { missing } = useWords(appWords);
  const { language } = useScreen();
  const unread = useUnread();
  if (unread.length === 0) return null;
  return (
    <p className="standing-note" role="status" data-testid="unread-filters">
      {missing.unread(listed(unread, language))}
    </p>
  );
}
