/** The fewest characters of a password. The server checks the same. */
export const leastLength = 12;

/** How hard a password is to guess, by its length alone: rules about characters make worse ones. */
export type Strength = 'short' | 'fair' | 'good' | 'strong';

/** @param length in characters */
export function strengthOf(length: number): Strength {
  if (length < leastLength) return 'short';
  if (length < 16) return 'fair';
  return length < 20 ? 'good' : 'strong';
}

/** Whether a password holds the name of its account, which the server refuses from three letters on. */
export const holdsName = (password: string, account: string): boolean =>
  account.length > 2 && password.normalize('NFKC').toLowerCase().includes(account);
