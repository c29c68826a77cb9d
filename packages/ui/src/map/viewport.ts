import { WebMercatorViewport } from '@deck.gl/core';
import type { Bounds } from './outline.ts';
import type { MapView, Size } from './view.ts';

/** Kept free at the left of wide maps. */
const legendWidth = 216;

/** The view that shows a box whole, with room around it. */
export function fit([west, south, east, north]: Bounds, { width, height }: Size): MapView {
  const margin = Math.min(24, width / 8, height / 8);
  const padding = { left: width > 720 ? legendWidth : margin, right: margin, top: margin, bottom: margin };
  const { longitude, latitude, zoom } = new WebMercatorViewport({ width, height }).fitBounds(
    [
      [west, south],
      [east, north],
    ],
    { padding, maxZoom: 15 },
  );
  return { longitude, latitude, zoom };
}

/** The box a view shows. */
export const boundsOfView = (view: MapView, { width, height }: Size): Bounds =>
  new WebMercatorViewport({ ...view, width, height }).getBounds();
