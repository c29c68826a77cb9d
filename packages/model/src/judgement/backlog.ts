/** What lies between two points of a backlog. */
export const backlogSteps = ['month', 'week', 'day'] as const;
export type BacklogStep = (typeof backlogSteps)[number];

/** Points of a backlog at the most, and without being asked. */
export const backlogPoints = { most: 61, usual: 13 } as const;
