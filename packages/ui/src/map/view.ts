import type { Resolution } from '@hotline-atlas/model';
import type { Bounds } from './outline.ts';

/** The middle of a map in degrees, and how far it is zoomed in. */
export interface MapView {
  longitude: number;
  latitude: number;
  zoom: number;
}

export interface Size {
  width: number;
  height: number;
}

/** Whether a legend stands open beside what the map shows: else it would cover it. */
export const hasLegendRoom = ({ width, height }: Size): boolean => width > 720 && height > 400;

/** Whether two views show the same, as near as an address keeps it. */
export const sameView = (a: MapView, b: MapView): boolean =>
  Math.abs(a.longitude - b.longitude) < 2e-5 &&
  Math.abs(a.latitude - b.latitude) < 2e-5 &&
  Math.abs(a.zoom - b.zoom) < 0.011;

/** Zooms between a whole province and a house. */
export const zooms = { least: 6, most: 18 } as const;

const between = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** A view whose middle lies in a box, at a zoom that shows something: the city is never out of sight. */
export const keptWithin = (
  { longitude, latitude, zoom }: MapView,
  [west, south, east, north]: Readonly<Bounds>,
): MapView => ({
  longitude: between(longitude, west, east),
  latitude: between(latitude, south, north),
  zoom: between(zoom, zooms.least, zooms.most),
});

/** From this zoom on, single appeals are drawn. */
export const pointZoom = 13;

/** Hexagons some 15 to 40 pixels wide, whatever the zoom. */
export const resolutionAt = (zoom: number): Resolution =>
  zoom < 10 ? 7 : zoom < 11.4 ? 8 : zoom < 12.8 ? 9 : 10;
