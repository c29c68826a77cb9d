/** What comes back: the same caller about the same matter, or the same matter at the same place. */
export const repeatKinds = ['caller', 'place'] as const;
export type RepeatKind = (typeof repeatKinds)[number];

/** How a place is known: by its address, or by the H3 cell its point lies in. */
export const repeatPlaces = ['address', 'cell'] as const;

/** Fewer appeals of a caller, or at a place, are no repetition. */
export const fewestRepeats = { caller: 2, place: 3 } as const satisfies Record<RepeatKind, number>;
