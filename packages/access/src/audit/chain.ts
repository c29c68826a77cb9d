import { createHash, createHmac, hkdfSync } from 'node:crypto';

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

/** What the audit is chained and signed with: it follows from the secret of the server, and is not stored. */
export const auditKeyOf = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'the chain of the audit', 32));

const written = (before: string, { number, at, who, event, subject, detail }: ChainedEntry): string =>
  `${before}\n${JSON.stringify([number, at.toISOString(), who, event, subject, detail])}`;

/** HMAC-SHA-256 of the hash before and of what the entry says, in hexadecimal digits. */
export const hashOfEntry = (key: Buffer, before: string, entry: ChainedEntry): string =>
  createHmac('sha256', key).update(written(before, entry)).digest('hex');

/** How entries were chained at first: anybody who has the store can do it. */
const isWithoutKey = (before: string, entry: ChainedEntry & { hash: string }): boolean =>
  createHash('sha256').update(written(before, entry)).digest('hex') === entry.hash;

/** Where a chain is broken, and why. */
export interface Break {
  number: number;
  reason: string;
}

function reasonOf(before: string, entry: ChainedEntry & { hash: string }): string {
  return isWithoutKey(before, entry)
    ? `entry ${entry.number} was chained without the key of this server, by an earlier version or by somebody who has the store only; such a chain proves nothing`
    : `entry ${entry.number} is not as it was written, or was written with another AUTH_SECRET`;
}

/** Follows a chain, entry by entry. */
export function chainFrom(key: Buffer, { number, hash }: { number: number; hash: string }) {
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
      if (hashOfEntry(key, at.hash, entry) !== entry.hash)
        return { number: entry.number, reason: reasonOf(at.hash, entry) };
      at.number = entry.number;
      at.hash = entry.hash;
      return null;
    },
  };
}
