import type { Paths } from './operation.ts';

/** Who asks: sign-in, accounts, tokens, audit. */
export const accessPaths = () => ({}) satisfies Paths;
