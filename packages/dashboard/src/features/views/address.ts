import { text } from '../../address/parameter.ts';

/** The saved view that was opened last; what has been chosen since may differ from it. */
export const viewAddress = { open: text('view') };
