import { text } from '../../address/parameter.ts';
import { searchText } from '../../address/search-text.ts';

/** Which appeals are listed. */
export const appealAddress = {
  /** Words to find in them. */
  search: text('q', searchText),
  /** Where the page begins. */
  cursor: text('cursor'),
  /** The one that lies open. */
  open: text('appeal'),
};
