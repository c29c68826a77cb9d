import type { Layer } from '@deck.gl/core';
import { type ReactNode, useState } from 'react';
import { useScreen } from '../state/screen.ts';
import { DeckMap, type Picked } from './DeckMap.tsx';
import type { useMapView } from './useMapView.ts';
import { sameView } from './view.ts';
import { ZoomButtons } from './ZoomButtons.tsx';

export interface MapSurfaceProps {
  motion: ReturnType<typeof useMapView>;
  layers: Layer[];
  onPick: (picked: Picked) => void;
  /** What is said of the thing under the pointer. */
  describe: (picked: Picked) => ReactNode;
}

/** Layers that can be moved, with buttons to do it; a sentence where there are no graphics. */
export function MapSurface({ motion, layers, onPick, describe }: MapSurfaceProps) {
  const { messages, change } = useScreen();
  const [failed, setFailed] = useState(false);
  const { view, moving, move, whole } = motion;
  if (failed) return <p className="panel-message">{messages.map.failed}</p>;
  return (
    <>
      <DeckMap
        view={view}
        layers={layers}
        label={messages.map.label}
        onMove={move}
        onPick={onPick}
        describe={describe}
        onFailed={() => setFailed(true)}
      />
      <ZoomButtons
        onZoom={(step) =>
          change({ view: { ...moving, zoom: Math.min(18, Math.max(6, moving.zoom + step)) } }, 'replace')
        }
        onWhole={() => change({ view: null })}
        isWhole={sameView(moving, whole)}
      />
    </>
  );
}
