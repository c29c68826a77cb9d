import { type KeyboardEvent, type PointerEvent, useState } from 'react';

interface Range {
  from: number;
  to: number;
}

const rangeOf = (a: number, b: number): Range => ({ from: Math.min(a, b), to: Math.max(a, b) });

const isNoteKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'n' && !ctrlKey && !metaKey && !altKey;

/** A place of the window. */
export interface Pointed {
  clientX: number;
  clientY: number;
}

export interface PointActions {
  onChoose: (from: number, to: number) => void;
  onClear: () => void;
  /** Somebody wants to write a note on these points. */
  onNote?: ((from: number, to: number) => void) | undefined;
}

/**
 * Walks along the points of an axis by pointer or keyboard; a click or Enter chooses one, dragging or Shift
 * several.
 * @param indexAt the point at a place of the window; null where there is none
 */
export function usePoints(length: number, indexAt: (place: Pointed) => number | null, actions: PointActions) {
  const [at, setAt] = useState<number | null>(null);
  const [start, setStart] = useState<number | null>(null);
  const inside = (index: number) => Math.max(0, Math.min(length - 1, index));
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, Home: -length, End: length };

  const step = (by: number, extend: boolean) => {
    const here = at ?? (by === 1 ? -1 : length);
    setAt(inside(here + by));
    setStart(extend ? (start ?? at) : null);
  };
  const choose = (end: number | null) => {
    if (end === null) return;
    const { from, to } = rangeOf(start ?? end, end);
    actions.onChoose(from, to);
  };
  const leave = () => {
    setAt(null);
    setStart(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = steps[event.key];
    if (by !== undefined) step(by, event.shiftKey);
    else if (event.key === 'Enter' || event.key === ' ') choose(at);
    else if (isNoteKey(event) && actions.onNote && at !== null) {
      const { from, to } = rangeOf(start ?? at, at);
      actions.onNote(from, to);
    } else if (event.key === 'Escape') {
      leave();
      actions.onClear();
    } else return;
    event.preventDefault();
  };
  const shown = at !== null && at < length ? at : null;
  return {
    shown,
    range: start !== null && shown !== null ? rangeOf(start, shown) : null,
    handlers: {
      onKeyDown,
      onBlur: leave,
      onPointerDown: (event: PointerEvent) => {
        if (event.button === 0) setStart(indexAt(event));
      },
      onPointerMove: (event: PointerEvent) => setAt(indexAt(event)),
      onPointerUp: (event: PointerEvent) => {
        if (start !== null) choose(indexAt(event));
        setStart(null);
      },
      onPointerLeave: leave,
    },
  };
}
