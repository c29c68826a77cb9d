import { createHash } from 'node:crypto';

/** What an entry of the audit says; its hash holds it and everything before. */
export interface ChainedEntry {
  number: number;
  at: Date;
  who: string | null;
  event: string;
  subject: string | null;
  /** JSON, as it was written. */
  detail: string;
}

/** What the first entry of all rests on. */
export const firstHash = '0'.repeat(64);

/** SHA-256 of the hash before and of what the entry says, in hexadecimal digits. */
export function hashOfEntry(
  before: string,
  { number, at, who, event, subject, detail }: ChainedEntry,
): string {
  const said = JSON.stringify([number, at.toISOString(), who, event, subject, detail]);
  return createHash('sha256').update(`${before}\n${said}`).digest('hex');
}

/** Where a chain is broken, and why. */
export interface Break {
  number: number;
  reason: string;
}

/** Follows a chain, entry by entry. */
export function chainFrom(number: number, hash: string) {
  const at = { number, hash };
  return {
    /** The newest entry that was followed. */
    get end(): { number: number; hash: string } {
      return { ...at };
    },
    /** @returns where the chain is broken, or null where the entry is the next of it */
    follow(entry: ChainedEntry & { hash: string }): Break | null {
      if (entry.number !== at.number + 1)
        return { number: at.number + 1, reason: `entry ${at.number + 1} is missing` };
      if (hashOfEntry(at.hash, entry) !== entry.hash)
        return { number: entry.number, reason: `entry ${entry.number} is not as it was written` };
      at.number = entry.number;
      at.hash = entry.hash;
      return null;
    },
  };
}
