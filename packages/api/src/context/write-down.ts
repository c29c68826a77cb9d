import type { Access, Person } from '@hotline-atlas/access';
import type { Context } from './context.ts';

type Deed = Parameters<Access['audit']['record']>[0];

/**
 * Writes down in the audit what somebody with an account is about to see or take away; it waits for that.
 * With open access nobody is known, so nothing is written.
 * @throws StoreUnreachable, and then nothing is seen or taken away
 */
export async function writeDown(
  { access }: Pick<Context, 'access'>,
  { name, by }: Person,
  deed: Omit<Deed, 'who'>,
): Promise<void> {
  if (access?.mode !== 'accounts') return;
  const detail = { ...deed.detail, ...(by === 'token' && { by: 'token' }) };
  await access.audit.record({ ...deed, who: name, detail });
}
