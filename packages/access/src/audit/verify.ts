import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AuditCheck } from '@hotline-atlas/model';
import type { Store, StoreTables } from '@hotline-atlas/store';
import type { Selectable } from 'kysely';
import { append, chained } from './audit.ts';
import { type Break, chainFrom, firstHash } from './chain.ts';

type Checkpoint = Pick<Selectable<StoreTables['audit_checkpoint']>, 'number' | 'at' | 'who' | 'hash'>;

const signed = (key: Buffer, { number, at, who, hash }: Checkpoint): string =>
  createHmac('sha256', key)
    .update(JSON.stringify(['audit checkpoint', Number(number), at.toISOString(), who, hash]))
    .digest('hex');

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

const atOnce = 5000;

/** Follows the whole chain, from the newest checkpoint on, and says where it is broken first. */
export async function checkAudit({ database }: Store, key: Buffer): Promise<AuditCheck> {
  const checkpoint = await database
    .selectFrom('audit_checkpoint')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const from = checkpoint
    ? { number: Number(checkpoint.number), hash: checkpoint.hash }
    : { number: 0, hash: firstHash };
  const removedTo = checkpoint ? from.number : null;
  const chain = chainFrom(key, from);
  const found = (broken: Break | null): AuditCheck => ({
    entries: chain.end.number - from.number,
    removed_to: removedTo,
    end: chain.end,
    broken,
  });
  if (checkpoint && !isSame(signed(key, checkpoint), checkpoint.signature))
    return found({
      number: from.number,
      reason: `the checkpoint at ${from.number} is not signed by this server`,
    });
  for (;;) {
    const entries = await database
      .selectFrom('audit_entry')
      .selectAll()
      .where('number', '>', chain.end.number)
      .orderBy('number')
      .limit(atOnce)
      .execute();
    for (const entry of entries) {
      const broken = chain.follow(chained(entry));
      if (broken) return found(broken);
    }
    if (entries.length < atOnce) return found(null);
  }
}

/**
 * Removes the entries before a day and leaves a signed checkpoint that the rest still rests on. A broken
 * audit is not shortened.
 * @returns how many entries were removed
 */
export async function shortenAudit(
  store: Store,
  key: Buffer,
  { before, who }: { before: Date; who: string },
): Promise<number> {
  const { broken } = await checkAudit(store, key);
  if (broken) throw new Error(`The audit is broken at entry ${broken.number}, so nothing of it is removed.`);
  return store.database.transaction().execute(async (transaction) => {
    const last = await transaction
      .selectFrom('audit_entry')
      .select(['number', 'hash'])
      .where('at', '<', before)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!last) return 0;
    const detail = { before: before.toISOString(), to: Number(last.number) };
    await append(transaction, key, { who, event: 'audit-shortened', detail });
    const checkpoint = { number: Number(last.number), at: new Date(), who, hash: last.hash };
    await transaction
      .insertInto('audit_checkpoint')
      .values({ ...checkpoint, signature: signed(key, checkpoint) })
      .execute();
    const { numDeletedRows } = await transaction
      .deleteFrom('audit_entry')
      .where('number', '<=', checkpoint.number)
      .executeTakeFirst();
    return Number(numDeletedRows);
  });
}
