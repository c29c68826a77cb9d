import { createHash } from 'node:crypto';
import type { Store } from '@hotline-atlas/store';

/** Longer than any code is taken, in milliseconds. */
const remembered = 5 * 60_000;

/** One-time codes count once: better-auth would take the same one again while its time lasts. */
export interface UsedCodes {
  /** @returns whether this code was not tried before */
  claim(account: string, code: string): Promise<boolean>;
}

export function createUsedCodes({ database }: Store): UsedCodes {
  return {
    async claim(account, code) {
      const hash = createHash('sha256')
        .update(`${account}:${code.replace(/\s/g, '')}`)
        .digest('hex');
      const old = new Date(Date.now() - remembered);
      await database.deleteFrom('used_code').where('used', '<', old).execute();
      const { numInsertedOrUpdatedRows } = await database
        .insertInto('used_code')
        .values({ account, code: hash })
        .onConflict((same) => same.doNothing())
        .executeTakeFirst();
      return Number(numInsertedOrUpdatedRows) === 1;
    },
  };
}
