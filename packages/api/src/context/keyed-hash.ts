import { createHmac } from 'node:crypto';
import type { Context } from './context.ts';

/**
 * Stands for what somebody sent where that itself must not be kept: the same for the same, and of no use to
 * whoever lacks the secret of the server. 22 characters.
 */
export const keyedHash = ({ secret }: Pick<Context, 'secret'>, sent: string): string =>
  createHmac('sha256', secret).update(`kept in its stead\0${sent}`).digest('base64url').slice(0, 22);
