import { acquireLock, type Database, isDatabaseError, type Lock } from '@hotline-atlas/clickhouse';

/** The lock of whoever writes the history. */
export interface IngestLock extends Pick<Lock, 'confirm'> {
  /** Lets others write; called again, it does nothing. */
  release(): Promise<void>;
}

/** Waits for the ingest lock and takes it. @param onWait told once who holds it, when it is not free */
export async function takeIngestLock(
  database: Database,
  onWait?: (holder: string) => void,
): Promise<IngestLock> {
  const lock = await acquireLock(database, 'ingest', onWait);
  let released: Promise<void> | null = null;
  return {
    confirm: lock.confirm,
    release: () => {
      released ??= lock.release().catch((error) => {
        if (!isDatabaseError(error)) throw error;
      });
      return released;
    },
  };
}
