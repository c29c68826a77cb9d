import type { Layer } from '@deck.gl/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../words/dictionary.ts';
import { uiWords } from '../words/uiWords.ts';
import { DeckMap, type Picked } from './DeckMap.tsx';
import type { Bounds } from './outline.ts';
import type { MapView } from './view.ts';
import { sameView } from './view.ts';
import { ZoomButtons } from './ZoomButtons.tsx';

/** Where a map is, and the ways to move it. */
interface MapMotion {
  view: MapView;
  /** Where it is being dragged to. */
  moving: MapView;
  /** The view that shows everything. */
  whole: MapView;
  move: (view: MapView) => void;
  zoom: (step: number) => void;
  showWhole: () => void;
}

export interface MapSurfaceProps {
  motion: MapMotion;
  /** The middle of the map stays in here. */
  within: Readonly<Bounds>;
  layers: Layer[];
  onPick: (picked: Picked) => void;
  /** What is said of the thing under the pointer. */
  describe: (picked: Picked) => ReactNode;
}

/**
 * Milliseconds until a lost map is drawn anew: at once, then ever later, for graphics that are lost again and
 * again.
 */
const waitFor = (losses: number): number => Math.min(60_000, 500 * 2 ** losses);

/**
 * How often the graphics were lost, and whether the map is to be drawn. Screens on a wall lose them some
 * time.
 */
function useGraphics() {
  const [losses, setLosses] = useState(0);
  const [drawn, setDrawn] = useState(true);
  useEffect(() => {
    if (drawn) return;
    const timer = setTimeout(() => setDrawn(true), waitFor(losses - 1));
    return () => clearTimeout(timer);
  }, [drawn, losses]);
  const lose = () => {
    setDrawn(false);
    setLosses((before) => before + 1);
  };
  return { losses, drawn, lose };
}

/** Layers that can be moved, with buttons to do it; a sentence where there are no graphics. */
export function MapSurface({ motion, within, layers, onPick, describe }: MapSurfaceProps) {
  const { map } = useWords(uiWords);
  const [failed, setFailed] = useState(false);
  const { losses, drawn, lose } = useGraphics();
  const { view, moving, move, zoom, whole, showWhole } = motion;
  if (failed) return <p className="panel-message">{map.failed}</p>;
  if (!drawn)
    return (
      <p className="panel-message map-lost" role="status">
        {map.lost}
      </p>
    );
  return (
    <>
      <DeckMap
        view={view}
        within={within}
        layers={layers}
        label={map.label}
        onMove={move}
        onPick={onPick}
        onZoom={zoom}
        describe={describe}
        onFailed={() => (losses > 0 ? lose() : setFailed(true))}
        onLost={lose}
      />
      <ZoomButtons onZoom={zoom} onWhole={showWhole} isWhole={sameView(moving, whole)} />
    </>
  );
}
