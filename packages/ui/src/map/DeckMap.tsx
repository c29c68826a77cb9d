import { type Layer, MapView as MercatorView, type PickingInfo } from '@deck.gl/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { onPrinting } from '../kit/printing.ts';
import { zoomOf } from './keys.ts';
import type { Bounds } from './outline.ts';
import { PromptDeck } from './PromptDeck.ts';
import { copyForPaper } from './paperCopy.ts';
import type { MapView } from './view.ts';
import { keptWithin, sameView, zooms } from './view.ts';

export interface Picked {
  layer: string;
  /** What was put in; its place in the layer where only buffers were. */
  object: unknown;
  x: number;
  y: number;
}

export interface DeckMapProps {
  view: MapView;
  /** The middle of the map stays in here. */
  within: Readonly<Bounds>;
  layers: Layer[];
  label: string;
  onMove: (view: MapView) => void;
  onPick: (picked: Picked) => void;
  /** What is said of the thing under the pointer. */
  describe: (picked: Picked) => ReactNode;
  /** Zooms in and out by this many steps, as the keyboard asks. */
  onZoom: (step: number) => void;
  onFailed: () => void;
  /** The graphics were taken away: what is drawn is gone, and comes back on another canvas only. */
  onLost: () => void;
}

const pickedOf = (info: PickingInfo): Picked | null =>
  info.picked
    ? { layer: info.layer?.id ?? '', object: info.object ?? info.index, x: info.x, y: info.y }
    : null;

const steady = 5;

/**
 * Clicks as the browser sees them: deck.gl takes a click for a long press where the graphics are slow.
 * @returns stops listening
 */
function onCanvasClick(host: HTMLElement, deck: PromptDeck, pick: (picked: Picked) => void): () => void {
  let down = { x: 0, y: 0 };
  const start = (event: PointerEvent) => {
    down = { x: event.clientX, y: event.clientY };
  };
  const click = (event: MouseEvent) => {
    if (Math.hypot(event.clientX - down.x, event.clientY - down.y) > steady) return;
    const { left, top } = host.getBoundingClientRect();
    const found = deck.pickObject({ x: event.clientX - left, y: event.clientY - top, radius: 4 });
    const picked = found && pickedOf(found);
    if (picked) pick(picked);
  };
  host.addEventListener('pointerdown', start, true);
  host.addEventListener('click', click);
  return () => {
    host.removeEventListener('pointerdown', start, true);
    host.removeEventListener('click', click);
  };
}

/** Keys that zoom; the others are deck.gl's, which knows no number pad, and no keyboard but the American. */
function onZoomKey(host: HTMLElement, zoom: (step: number) => void): () => void {
  const press = (event: KeyboardEvent) => {
    const step = zoomOf(event);
    if (step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    zoom(step);
  };
  host.addEventListener('keydown', press, true);
  return () => host.removeEventListener('keydown', press, true);
}

/** What to do when printing begins and ends: a copy in the colours of paper, and none. */
function paperCopies(deck: PromptDeck): (printing: boolean) => void {
  let remove = () => {};
  return (printing) => {
    remove();
    const canvas = deck.getCanvas();
    if (!printing || !canvas) return;
    deck.drawNow();
    remove = copyForPaper(canvas);
  };
}

/** The instance lives as long as the element; what it calls back is always the newest. */
function useDeck(props: DeckMapProps, setHover: (picked: Picked | null) => void) {
  const host = useRef<HTMLDivElement>(null);
  const deck = useRef<PromptDeck | null>(null);
  const current = useRef(props.view);
  const newest = useRef(props);
  newest.current = props;
  useEffect(() => {
    if (!host.current) return;
    let isLost = false;
    const lose = () => {
      isLost = true;
      newest.current.onLost();
    };
    host.current.addEventListener('webglcontextlost', lose, true);
    const parent = host.current;
    const made = new PromptDeck({
      parent,
      views: new MercatorView({ repeat: false }),
      // Waiting for a second click would hold every first one back.
      controller: {
        dragRotate: false,
        touchRotate: false,
        doubleClickZoom: false,
        keyboard: { rotateSpeedX: 0, rotateSpeedY: 0 },
      },
      initialViewState: { ...newest.current.view, minZoom: zooms.least, maxZoom: zooms.most },
      layers: newest.current.layers,
      pickingRadius: 4,
      onViewStateChange: ({ viewState }) => {
        current.current = keptWithin(viewState, newest.current.within);
        setHover(null);
        newest.current.onMove(current.current);
        return { ...viewState, ...current.current };
      },
      onHover: (info) => setHover(pickedOf(info)),
      getCursor: ({ isDragging, isHovering }) => (isDragging ? 'grabbing' : isHovering ? 'pointer' : 'grab'),
      onError: () => {
        if (!isLost) newest.current.onFailed();
      },
    });
    deck.current = made;
    const stop = onCanvasClick(parent, made, (picked) => newest.current.onPick(picked));
    const stopKeys = onZoomKey(parent, (step) => newest.current.onZoom(step));
    const stopPrinting = onPrinting(paperCopies(made));
    return () => {
      parent.removeEventListener('webglcontextlost', lose, true);
      stop();
      stopKeys();
      stopPrinting();
      made.finalize();
      // One that was never drawn leaves its canvas behind.
      for (const canvas of parent.querySelectorAll('canvas')) canvas.remove();
      deck.current = null;
    };
  }, [setHover]);
  return { host, deck, current };
}

/** The only place that touches a deck.gl instance: makes it, moves it, gives it layers, takes it away. */
export function DeckMap(props: DeckMapProps) {
  const { view, layers, label } = props;
  const [hover, setHover] = useState<Picked | null>(null);
  const { host, deck, current } = useDeck(props, setHover);
  useEffect(() => deck.current?.setProps({ layers }), [layers, deck]);
  useEffect(() => {
    if (sameView(view, current.current)) return;
    current.current = view;
    // No transition: its frames would be reported as moves of the reader, and slow ones would be kept.
    deck.current?.setProps({
      initialViewState: { ...view, minZoom: zooms.least, maxZoom: zooms.most },
    });
  }, [view, deck, current]);
  useEffect(() => {
    const canvas = host.current?.querySelector('canvas');
    canvas?.setAttribute('tabindex', '0');
    canvas?.setAttribute('aria-label', label);
    canvas?.setAttribute('role', 'application');
  }, [label, host]);
  return (
    <div className="deck" ref={host}>
      {hover && (
        <div className="tooltip" style={{ left: hover.x + 12, top: hover.y + 12 }}>
          {props.describe(hover)}
        </div>
      )}
    </div>
  );
}
