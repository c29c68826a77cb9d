import type { MouseEvent, PointerEvent } from 'react';

/** Whether a click adds to what is chosen instead of taking its place. */
export const isTogether = ({ ctrlKey, metaKey, shiftKey }: MouseEvent): boolean =>
  ctrlKey || metaKey || shiftKey;

/** Whether a click is about to follow: a finger that is put down may also mean to scroll. */
export const isPressed = ({ pointerType, button }: PointerEvent): boolean =>
  pointerType === 'mouse' && button === 0;
