import { createHash } from 'node:crypto';
import { type Access, type AccessOptions, createAccess } from '@hotline-atlas/access';
import type { City } from '@hotline-atlas/city';
import type { Store } from '@hotline-atlas/store';

const digest = (password: string): string => createHash('sha256').update(password).digest('hex');

/** Accounts of a city whose passwords cost nothing to work out. */
export const openAccounts = (
  store: Store,
  city: City,
  options: Partial<AccessOptions> = {},
): Promise<Access> =>
  createAccess({
    mode: 'accounts',
    store,
    city,
    secret: 'kT8vQ2mZ5xW9bN4cR7jL1pH6sD3fG0yA',
    url: 'http://localhost',
    hashing: {
      hash: async (password) => digest(password),
      verify: async ({ hash, password }) => hash === digest(password),
    },
    ...options,
  });

const password = 'correct horse battery 47';

/** What an account is responsible for. */
export interface Duty {
  districts?: string[];
  units?: string[];
  project?: string;
}

/** Adds an account and signs in. @returns the header a browser would send */
export async function signedIn(
  { accounts, invitations, signIn }: Access,
  name: string,
  role: string,
  { districts = [], units = [], project }: Duty = {},
): Promise<Record<string, string>> {
  const asked = { name, role, districts, units, project: project ?? null };
  const { invitation } = await accounts.add(asked, 'console');
  const secret = new URL(invitation.link).hash.slice('#invitation='.length);
  await invitations.use({ invitation: secret, password });
  const cookies = await signIn.signIn({ name, password }, { headers: {}, address: '127.0.0.1' });
  return { Cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') };
}
