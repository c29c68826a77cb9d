import { ownAddress } from '../../address/own-address.ts';
import { text } from '../../address/parameter.ts';

/** What the page of sign-in is told: where somebody comes from and returns to. */
export const signInAddress = {
  to: text('to', ownAddress),
  /** Why another way of signing in led back here; empty where none did. */
  error: text('error'),
};
