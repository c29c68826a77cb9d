import { RequestFailed, type Sent, write } from '@hotline-atlas/ui/request/request.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

/** A change on its way, made, or failed: what was typed stays where it is until it is made. */
export interface Write {
  busy: boolean;
  error: Error | null;
  /** Makes a change. @returns what the server says of it; undefined where it failed */
  run: <Body>(path: string, sent: Sent) => Promise<Body | null | undefined>;
  /** Forgets what failed. */
  clear: () => void;
}

/**
 * Changes something on the server.
 * @param renews beginnings of the addresses whose answers have changed then
 */
export function useWrite(...renews: readonly string[]): Write {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const renew = () =>
    client.invalidateQueries({
      predicate: ({ queryKey: [address] }) => renews.some((each) => String(address).startsWith(each)),
    });
  const run = async <Body>(path: string, sent: Sent): Promise<Body | null | undefined> => {
    setBusy(true);
    setError(null);
    try {
      const body = await write<Body>(path, sent);
      await renew();
      return body;
    } catch (failure) {
      setError(failure instanceof Error ? failure : new Error(String(failure)));
      // Somebody else has changed it: what is there now is what is changed next.
      if (failure instanceof RequestFailed && failure.status === 409) await renew();
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, run, clear: () => setError(null) };
}
