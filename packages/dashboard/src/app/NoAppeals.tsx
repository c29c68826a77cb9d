import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useEffect } from 'react';
import type { Person } from '../screen/person.ts';
import { RoomBar } from './RoomBar.tsx';
import { appWords } from './words.ts';

const administration = '/administration';

/** What decides how a page looks, not which it is. */
const looks: ReadonlySet<string> = new Set(['lang', 'theme']);

/** Whether an address asks for nothing in particular. */
const isBare = (search: string): boolean =>
  [...new URLSearchParams(search).keys()].every((name) => looks.has(name));

/** What somebody meets at the pages with figures who sees no appeals; administrators are led to their own. */
export function NoAppeals({ person }: { person: Person }) {
  const words = useWords(appWords);
  const { search } = window.location;
  const isAdministrator = person.may.has('administer');
  const isLed = isAdministrator && isBare(search);
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
