/**
 * A number from 0 up to 1 that depends on its names alone: the same names, the same number, on every machine.
 */
export function draw(...names: (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of names.join('\u0000')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** One of several, as {@link draw} says. */
export function pick<Item>(items: readonly Item[], ...names: (string | number)[]): Item {
  const item = items[Math.floor(draw(...names) * items.length)];
  if (item === undefined) throw new RangeError('There is nothing to pick from');
  return item;
}
