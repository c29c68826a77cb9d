import { createHash, randomBytes } from 'node:crypto';

/** What is kept of a random secret: whoever reads it cannot use it. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** A secret nobody guesses, fit for an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
