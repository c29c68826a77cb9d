/** A pressed key, as the browser tells it. */
export type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const zoomsIn = ['+', '=', 'Add'];
const zoomsOut = ['-', '_', '\u2212', 'Subtract'];

/**
 * How far a key zooms a map: by the character it types, wherever the keyboard has it, with and without Shift,
 * on the number pad too.
 * Keys that zoom the whole page are left to the browser.
 */
export function zoomOf({ key, ctrlKey, metaKey, altKey }: PressedKey): 1 | -1 | 0 {
  if (ctrlKey || metaKey || altKey) return 0;
  if (zoomsIn.includes(key)) return 1;
  return zoomsOut.includes(key) ? -1 : 0;
}
