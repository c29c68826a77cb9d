import type { Session } from '@hotline-atlas/model';
import { FailedPanel } from '@hotline-atlas/ui/kit/Failure.tsx';
import type { Requested } from '@hotline-atlas/ui/request/asking.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useLayoutEffect } from 'react';
import { AdministrationPage } from '../features/administration/AdministrationPage.tsx';
import type { Person } from '../screen/person.ts';
import { RoomBar } from './RoomBar.tsx';
import { appWords } from './words.ts';

/** Accounts and the audit, for those who may. */
export function AdministrationRoom({
  session,
  person,
}: {
  session: Requested<Session>;
  person: Person | null;
}) {
  const { administration, notYours, skip } = useWords(appWords);
  useLayoutEffect(() => {
    document.title = `${administration} · Hotline Atlas`;
  }, [administration]);
  return (
    <>
      <a className="skip" href="#content">
        {skip}
      </a>
      <RoomBar title={administration} person={person} />
      <main id="content" tabIndex={-1} className="page-administration">
        <h1 className="hidden">{administration}</h1>
        {session.error && !person && <FailedPanel view={session} />}
        {person?.may.has('administer') && <AdministrationPage />}
        {person && !person.may.has('administer') && (
          <p className="page-message">
            {notYours} <a href="/">Hotline Atlas</a>
          </p>
        )}
      </main>
    </>
  );
}
