import { oneOf } from '../../address/parameter.ts';

/** Who is compared. */
export const rateGroups = ['unit', 'district', 'subdistrict'] as const;
/** Which of them are listed: those truly lower or higher than expected, or all. */
export const rateLists = ['lower', 'higher', 'all'] as const;
export type RateList = (typeof rateLists)[number];

/** What the page of units compares and lists. */
export const rateAddress = {
  by: oneOf('groups', rateGroups, 'unit'),
  list: oneOf('list', rateLists, 'lower'),
};
