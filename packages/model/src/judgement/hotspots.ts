export const placeLevels = ['cell', 'subdistrict', 'district'] as const;
export type PlaceLevel = (typeof placeLevels)[number];
export const hotspotSteps = ['month', 'week', 'quarter'] as const;
export type HotspotStep = (typeof hotspotSteps)[number];
/**
 * Contacts, or problems: contacts of one caller about one second-level topic in one place and step count
 * once.
 */
export const hotspotMeasures = ['contacts', 'problems'] as const;
export type HotspotMeasure = (typeof hotspotMeasures)[number];
/** What a place is judged against. */
export const expectations = ['even', 'residents', 'appeals', 'usual'] as const;
export type Expectation = (typeof expectations)[number];
