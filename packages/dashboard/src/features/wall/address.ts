import { flag, oneOf } from '../../address/parameter.ts';

/** Screens of the wall, in the order they take turns. */
export const wallScreens = ['now', 'changed', 'districts', 'orders'] as const;
export type WallScreen = (typeof wallScreens)[number];

/** Which screen of the wall is shown, and whether it stays. */
export const wallAddress = {
  screen: oneOf('screen', wallScreens, 'now'),
  still: flag('still', '1'),
};
