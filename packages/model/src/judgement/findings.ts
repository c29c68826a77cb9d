import type { DimensionName } from '../dimensions.ts';

/** What is said first of a place and a month, in this order. */
export const findingKinds = ['volume', 'mover', 'outcome', 'backlog'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Of what findings can be asked: the whole, or one of these. */
export const findingPlaces = [
  'district',
  'subdistrict',
  'unit',
  'topic1',
  'topic2',
  'topic3',
] as const satisfies DimensionName[];
export type FindingPlace = (typeof findingPlaces)[number];

/** With what a period is compared. */
export const findingCompares = ['previous', 'year'] as const;
export type FindingCompare = (typeof findingCompares)[number];

/** Who can be asked today. */
export const askedDimensions = ['unit', 'district', 'subdistrict'] as const satisfies DimensionName[];

/** About what they can be asked. */
export const askedTopics = ['topic1', 'topic2', 'topic3'] as const satisfies DimensionName[];

/** Units of the figures of a finding: those of metrics, and appeals a day. */
export const findingUnits = ['count', 'share', 'hours', 'per_10k', 'per_day'] as const;
