import { flag, oneOf, text } from '../../address/parameter.ts';
import { searchText } from '../../address/search-text.ts';

/** How a list is sorted: by a time, the latest first with a minus. Unknown times come last. */
const listOrders = ['-received', 'received', 'due', '-due', '-closed', 'closed'] as const;
export type ListOrder = (typeof listOrders)[number];

/** Which appeals are listed. */
export const appealAddress = {
  /** Words to find in them. */
  search: text('q', searchText),
  /** Where the page begins. */
  cursor: text('cursor'),
  /** The one that lies open. */
  open: text('appeal'),
  /** How the list of orders is sorted; null for the usual way. */
  order: oneOf('order', listOrders, null),
  /** Whether the appeal of the page was opened from the list the address tells. */
  listed: flag('of', 'list'),
};
