import type { Session } from '@hotline-atlas/model';
import type { Requested } from '@hotline-atlas/ui/request/asking.ts';
import { useEffect, useState } from 'react';
import { useRequest } from './useRequest.ts';

/** Milliseconds until a page notices by itself that its reader is signed out, or sees something else. */
const lookEvery = 20_000;

/** Who asks. With open access nobody signs out: it is asked once. */
export function useSession(): Requested<Session> {
  const [every, setEvery] = useState<number | false>(false);
  const session = useRequest<Session>('session', every);
  const access = session.answer?.access;
  useEffect(() => setEvery(access === 'accounts' ? lookEvery : false), [access]);
  return session;
}
