/**
 * Flags of those who want the same thing. Each act is atomic by itself. A flag has a name no other flag has
 * or had, so that taking one down can never hit another. Names are in the order they were given.
 */
export interface Flags {
  /** Raises a new flag. @returns its name */
  raise(): Promise<string>;
  /** Takes a flag down; one that is not there is no error. */
  lower(flag: string): Promise<void>;
  /** All flags that are up, one's own among them, in the order of their names. */
  up(): Promise<Flag[]>;
  /** Waits a moment. */
  pause(): Promise<unknown>;
}

export interface Flag {
  name: string;
  /** Who raised it, in words. */
  holder: string;
  /** Whether whoever raised it is gone. */
  left: boolean;
}

/** The name of one's own flag, or who was first. */
export type Outcome = { won: string } | { lost: string };

/** How often one whose flag is first looks whether the others have given way. */
const looks = 20;

/**
 * Tries once to be the only one: raises a flag, then looks for others, and gives way to those that are before
 * it. Of two flags that are up, the one raised later is seen by whoever raised it after the other, so two
 * never win at once (the one-bit algorithm: Lamport, The Mutual Exclusion Problem, Part II, 1986). Flags of
 * those who are gone are taken down by their names.
 */
export async function contend(flags: Flags): Promise<Outcome> {
  const own = await flags.raise();
  let first = '';
  for (let look = 0; look < looks; look++) {
    const up = await flags.up();
    for (const { name } of up.filter(({ left }) => left)) await flags.lower(name);
    if (!up.some(({ name }) => name === own)) return { lost: first };
    const others = up.filter(({ name }) => name !== own);
    const [other] = others.filter(({ left }) => !left);
    if (others.length === 0) return { won: own };
    first = other?.holder ?? first;
    if (other && other.name < own) break;
    if (other) await flags.pause();
  }
  await flags.lower(own);
  return { lost: first };
}
