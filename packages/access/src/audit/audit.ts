import type { AuditEntry, Audit as AuditPage } from '@hotline-atlas/model';
import type { Store, StoreTables } from '@hotline-atlas/store';
import { type Selectable, sql, type Transaction } from 'kysely';
import { type ChainedEntry, firstHash, hashOfEntry } from './chain.ts';

/** What is written down. */
export const auditEvents = [
  'sign-in',
  'sign-in-failed',
  'sign-out',
  'locked-out',
  'account-added',
  'account-changed',
  'role-changed',
  'invitation-made',
  'invitation-used',
  'password-changed',
  'second-factor-on',
  'second-factor-off',
  'token-made',
  'token-removed',
  'token-used',
  'export-begun',
  'export-ended',
  'texts-opened',
  'view-shared',
  'evaluation-step',
  'objection-made',
  'objection-decided',
  'objection-withdrawn',
  'appeals-sought',
  'appeals-erased',
  'monthly-topic-changed',
  'audit-shortened',
] as const;
type AuditEvent = (typeof auditEvents)[number];

/** Something to write down. */
export interface Deed {
  /** The account; null where nobody known did it. */
  who: string | null;
  event: AuditEvent;
  /** What it was done to. */
  subject?: string | null;
  detail?: Record<string, unknown>;
}

/** Which entries are asked for. */
interface AuditQuestion {
  before?: number | undefined;
  event?: string | undefined;
  who?: string | undefined;
  limit: number;
}

type Stored = Selectable<StoreTables['audit_entry']>;

/** An entry as the store holds it, as the chain reads it. */
export const chained = ({ number, ...rest }: Stored): ChainedEntry & { hash: string } => ({
  ...rest,
  number: Number(number),
});

const told = (entry: Stored): AuditEntry => {
  const { number, at, who, event, subject, detail, hash } = chained(entry);
  return {
    number,
    at: at.toISOString(),
    who,
    event,
    subject,
    detail: JSON.parse(detail) as Record<string, unknown>,
    hash,
  };
};

/** One writer at a time, whichever process it is in. */
const lock = sql`SELECT pg_advisory_xact_lock(512019)`;

async function endOfChain(transaction: Transaction<StoreTables>): Promise<{ number: number; hash: string }> {
  const newest = await transaction
    .selectFrom('audit_entry')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest) return { number: Number(newest.number), hash: newest.hash };
  const checkpoint = await transaction
    .selectFrom('audit_checkpoint')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return checkpoint
    ? { number: Number(checkpoint.number), hash: checkpoint.hash }
    : { number: 0, hash: firstHash };
}

/** The audit: entries that are appended, each chained to the one before. */
export interface Audit {
  /**
   * Writes something down. What may not happen unseen waits for it.
   * @throws when it cannot be written
   */
  record(deed: Deed): Promise<void>;
  /** Entries, newest first. */
  read(question: AuditQuestion): Promise<AuditPage>;
}

/** Writes as the last entry of the chain, inside a transaction. */
export async function append(
  transaction: Transaction<StoreTables>,
  key: Buffer,
  { who, event, subject = null, detail = {} }: Deed,
): Promise<void> {
  await lock.execute(transaction);
  const end = await endOfChain(transaction);
  const entry = {
    number: end.number + 1,
    at: new Date(),
    who,
    event,
    subject,
    detail: JSON.stringify(detail),
  };
  await transaction
    .insertInto('audit_entry')
    .values({ ...entry, hash: hashOfEntry(key, end.hash, entry) })
    .execute();
}

/** @param key what entries are chained with */
export function createAudit({ database }: Store, key: Buffer): Audit {
  return {
    record: (deed) => database.transaction().execute((transaction) => append(transaction, key, deed)),
    async read({ before, event, who, limit }) {
      let asked = database
        .selectFrom('audit_entry')
        .selectAll()
        .orderBy('number', 'desc')
        .limit(limit + 1);
      if (before !== undefined) asked = asked.where('number', '<', before);
      if (event !== undefined) asked = asked.where('event', '=', event);
      if (who !== undefined) asked = asked.where('who', '=', who);
      const found = await asked.execute();
      const entries = found.slice(0, limit).map(told);
      return { entries, next: found.length > limit ? (entries.at(-1)?.number ?? null) : null };
    },
  };
}
