import { oneOf, text } from '../../address/parameter.ts';

/** Which part of the administration is open, and what is looked for in it. */
export const administrationAddress = {
  part: oneOf('part', ['accounts', 'audit'], 'accounts'),
  /** Part of a name. */
  find: text('find'),
  /** Of the audit: what happened, and by whom. */
  event: text('event'),
  who: text('who'),
};
