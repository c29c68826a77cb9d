import { randomBytes } from 'node:crypto';

/** How something kept came to its state. */
export type Change = 'created' | 'changed' | 'restored' | 'removed';

/** There is no such thing, or whoever asks may not know of it. */
export class NotKept extends Error {
  override readonly name = 'NotKept';

  constructor() {
    super('There is no such thing, or it is not shared with you.');
  }
}

/** Only who made something may change it. */
export class NotOwned extends Error {
  override readonly name = 'NotOwned';

  constructor(owner: string) {
    super(`Only ${owner} may change this.`);
  }
}

/** Somebody changed it since whoever asks read it. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile';

  /** The revision there is now. */
  readonly revision: number;

  constructor(revision: number) {
    super(`It was changed meanwhile: read it again (revision ${revision}), and change that.`);
    this.revision = revision;
  }
}

/** Something cannot be done as things stand; says what can. */
export class NotNow extends Error {
  override readonly name = 'NotNow';
}

/** Nobody decides on a matter of their own. */
export class OwnMatter extends Error {
  override readonly name = 'OwnMatter';
}

/** Somebody has as many of a kind as anybody may have. */
export class TooMany extends Error {
  override readonly name = 'TooMany';

  constructor(most: number) {
    super(`There are ${most.toLocaleString('en')} already, the most one may have: remove some first.`);
  }
}

/** An identifier nobody can guess: 128 bits. */
export const newId = (): string => randomBytes(16).toString('base64url');

/** Of each thing so many states are kept, the newest. */
export const mostRevisions = 200;

interface Owned {
  owner: string;
  revision: number;
  removed: boolean;
}

/**
 * Makes sure that somebody may change something.
 * @param revision the one they read; undefined where any will do
 * @throws NotKept, NotOwned, ChangedMeanwhile
 */
export function checkChange<Thing extends Owned>(
  thing: Thing | undefined,
  { name, sees }: { name: string; sees: boolean },
  revision?: number,
): Thing {
  const isOwner = thing?.owner === name;
  if (!thing || (!isOwner && (!sees || thing.removed))) throw new NotKept();
  if (!isOwner) throw new NotOwned(thing.owner);
  if (revision !== undefined && revision !== thing.revision) throw new ChangedMeanwhile(thing.revision);
  return thing;
}
