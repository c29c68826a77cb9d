import type { Session } from '@hotline-atlas/model';
import { PartBoundary } from '@hotline-atlas/ui/kit/PartBoundary.tsx';
import { PaletteContext } from '@hotline-atlas/ui/theme/palette.ts';
import { LanguageContext } from '@hotline-atlas/ui/words/dictionary.ts';
import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { roomOf } from '../address/room.ts';
import { useAddresses } from '../address/useNavigation.ts';
import { useSession } from '../questions/useSession.ts';
import { type Person, personFrom } from '../screen/person.ts';
import { signInAgain } from '../screen/signing.ts';
import { LanguageChoice, ThemeChoice } from './Choices.tsx';
import { FiguresRoom } from './FiguresRoom.tsx';
import { ownLanguage } from './own-language.ts';
import { useScheme } from './useScheme.ts';

const SignInPage = lazy(() =>
  import('../features/session/SignInPage.tsx').then((module) => ({ default: module.SignInPage })),
);
const AdministrationRoom = lazy(() =>
  import('./AdministrationRoom.tsx').then((module) => ({ default: module.AdministrationRoom })),
);

/** What answers depend on: where it changes, none that are kept may be shown any more. */
const seenBy = ({ name, role, scope }: Person): string => JSON.stringify([name, role.name, scope]);

/** Milliseconds after which a page whose reader is signed out looks whether they are done typing. */
const lookAgain = 2000;

/**
 * Who asks; null until that is known. For somebody else, or other things to see, the page is loaded anew. Who
 * is signed out is who they were until they leave, so that a form they fill in stays.
 */
function usePerson(session: Session | undefined): Person | null {
  const person = useMemo(() => (session ? personFrom(session) : null), [session]);
  const last = useRef<Person | null>(null);
  useEffect(() => {
    if (!person) return;
    if (last.current && seenBy(last.current) !== seenBy(person)) window.location.reload();
    last.current = person;
  }, [person]);
  useEffect(() => {
    if (!session || person) return;
    signInAgain();
    const looking = setInterval(signInAgain, lookAgain);
    return () => clearInterval(looking);
  }, [session, person]);
  return person ?? last.current;
}

/** Rooms for people who are known, or for everybody where access is open. */
function Known({ room }: { room: 'figures' | 'administration' }) {
  const session = useSession();
  const person = usePerson(session.answer);
  if (room === 'administration') return <AdministrationRoom session={session} person={person} />;
  return <FiguresRoom session={session} person={person} />;
}

const Looks = () => (
  <>
    <LanguageChoice />
    <ThemeChoice />
  </>
);

/** The page: a room by its path; language and colours by the rest of the address. */
export function App() {
  const language = useAddresses(({ chosen }) => chosen.state.language) ?? ownLanguage();
  const theme = useAddresses(({ chosen }) => chosen.state.theme);
  const palette = useScheme(theme);
  const room = roomOf(window.location.pathname);
  useLayoutEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  return (
    <LanguageContext value={language}>
      <PaletteContext value={palette}>
        <PartBoundary>
          <Suspense>{room === 'sign-in' ? <SignInPage looks={<Looks />} /> : <Known room={room} />}</Suspense>
        </PartBoundary>
      </PaletteContext>
    </LanguageContext>
  );
}
