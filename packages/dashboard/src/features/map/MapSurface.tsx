import type { Layer } from '@deck.gl/core';
import { DeckMap, type Picked } from '@hotline-atlas/ui/map/DeckMap.tsx';
import { sameView } from '@hotline-atlas/ui/map/view.ts';
import { type ReactNode, useEffect, useState } from 'react';
import { useScreen } from '../../screen/screen.ts';
import type { useMapView } from './useMapView.ts';
import { ZoomButtons } from './ZoomButtons.tsx';

export interface MapSurfaceProps {
  motion: ReturnType<typeof useMapView>;
  layers: Layer[];
  onPick: (picked: Picked) => void;
  /** What is said of the thing under the pointer. */
  describe: (picked: Picked) => ReactNode;
}

/** Milliseconds until a lost map is drawn anew: at once, then ever later, for graphics that are lost again and again. */
const waitFor = (losses: number): number => Math.min(60_000, 500 * 2 ** losses);

/** How often the graphics were lost, and whether the map is to be drawn. Screens on a wall lose them some time. */
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
export function MapSurface({ motion, layers, onPick, describe }: MapSurfaceProps) {
  const { messages, meta, change } = useScreen();
  const [failed, setFailed] = useState(false);
  const { losses, drawn, lose } = useGraphics();
  const { view, moving, move, zoom, whole } = motion;
  if (failed) return <p className="panel-message">{messages.map.failed}</p>;
  if (!drawn)
    return (
      <p className="panel-message map-lost" role="status">
        {messages.map.lost}
      </p>
    );
  return (
    <>
      <DeckMap
        view={view}
        within={meta.bounds}
        layers={layers}
        label={messages.map.label}
        onMove={move}
        onPick={onPick}
        onZoom={zoom}
        describe={describe}
        onFailed={() => (losses > 0 ? lose() : setFailed(true))}
        onLost={lose}
      />
      <ZoomButtons
        onZoom={zoom}
        onWhole={() => change({ map: { view: null } })}
        isWhole={sameView(moving, whole)}
      />
    </>
  );
}
