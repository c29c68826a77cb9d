import { WebMercatorViewport } from '@deck.gl/core';
import type { Bounds } from './outline.ts';
import { hasLegendRoom, type MapView, type Size } from './view.ts';

/** Kept free at the left of maps with room for it. */
const legendWidth = 256;
/** Kept free at the bottom of the others: the height of the closed legend. */
const closedLegend = 56;

/**
 * The view that shows a box whole, with room around it: beside the legend where that stands at the left,
 * above the closed one on narrow maps.
 * @param below pixels kept free at the bottom besides
 */
export function fit([west, south, east, north]: Bounds, { width, height }: Size, below = 0): MapView {
  const margin = Math.min(24, width / 8, height / 8);
  const isRoomy = hasLegendRoom({ width, height });
  const free = Math.min(below + (isRoomy ? 0 : closedLegend), height / 2);
  const padding = {
    left: isRoomy ? legendWidth : margin,
    // Names stand over the edges of areas.
    right: isRoomy ? 64 : margin,
    top: margin,
    bottom: margin + free,
  };
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
