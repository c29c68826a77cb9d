/** What accounts are called. */
export const accountName = /^[a-z][a-z0-9._-]{1,62}$/;

/** Identities are what better-auth calls e-mails; nothing is ever sent there. */
export const identityOf = (name: string): string => `${name}@accounts.invalid`;
