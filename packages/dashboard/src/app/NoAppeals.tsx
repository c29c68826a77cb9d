import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useEffect } from 'react';
import { isHome } from '../address/place.ts';
import type { Person } from '../screen/person.ts';
import { RoomBar } from './RoomBar.tsx';
import { appWords } from './words.ts';

const administration = '/administration';

/** What somebody meets at the pages with figures who sees no appeals; administrators are led to their own. */
export function NoAppeals({ person }: { person: Person }) {
  const words = useWords(appWords);
  const { pathname, search } = window.location;
  const isAdministrator = person.may.has('administer');
  const isLed = isAdministrator && isHome(pathname, new URLSearchParams(search));
  useEffect(() => {
    if (isLed) window.location.replace(administration + search);
  }, [isLed, search]);
  if (isLed) return null;
  return (
    <>
      <RoomBar title="" person={person} />
      <main className="page-message" id="content">
        <h1>{words.noAppeals.title}</h1>
        <p>{words.noAppeals.why}</p>
        {isAdministrator && (
          <p>
            <a href={administration}>{words.noAppeals.administration}</a>
          </p>
        )}
      </main>
    </>
  );
}
