import { dictionary } from '@hotline-atlas/ui/words/dictionary.ts';

/** Words of what somebody wants at hand. */
export const favouriteWords = dictionary(
  { add: (name: string) => `Keep ${name} at hand`, remove: (name: string) => `Do not keep ${name} at hand` },
  { add: (name) => `收藏${name}`, remove: (name) => `取消收藏${name}` },
);
