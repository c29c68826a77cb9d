import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/** Asks everything on the screen again once the data has a newer version; the old figures stay until then. */
export function useNewerData(version: number | undefined): void {
  const client = useQueryClient();
  const last = useRef(version);
  useEffect(() => {
    const before = last.current;
    last.current = version;
    if (before === undefined || version === undefined || before === version) return;
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'meta' });
  }, [client, version]);
}
