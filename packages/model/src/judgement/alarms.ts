export const watches = ['day', 'week'] as const;
export type Watch = (typeof watches)[number];
