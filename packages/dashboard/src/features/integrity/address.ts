import { integrityKinds } from '@hotline-atlas/model';
import { oneOf, text } from '../../address/parameter.ts';

/** What the page of integrity shows, besides the month and the group of the evaluation. */
export const integrityAddress = {
  /** Questions of this kind alone; null for all. */
  kind: oneOf('question', integrityKinds, null),
  /** Questions about this unit alone. */
  unit: text('about'),
  /** The question that lies open: its unit and kind. */
  open: text('asked'),
};
