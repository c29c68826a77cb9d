import type { MapView } from '@hotline-atlas/ui/map/view.ts';
import { oneOf, optional } from '../../address/parameter.ts';

/** What the map is drawn in. */
export const shapes = ['areas', 'cells', 'hotspots'] as const;
/** Appeals on maps: per 10,000 residents, or as they are. */
export const measures = ['rate', 'count'] as const;

function decodeView(sent: string): MapView | null {
  const numbers = sent.split(',').map(Number);
  const [longitude, latitude, zoom] = numbers;
  if (numbers.length !== 3 || longitude === undefined || latitude === undefined || zoom === undefined)
    return null;
  const sound = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85 && zoom >= 0 && zoom <= 22;
  return sound ? { longitude, latitude, zoom } : null;
}

const encodeView = ({ longitude, latitude, zoom }: MapView) =>
  `${longitude.toFixed(5)},${latitude.toFixed(5)},${zoom.toFixed(2)}`;

export const mapAddress = {
  shape: oneOf('shape', shapes, 'areas'),
  measure: oneOf('measure', measures, 'rate'),
  /** Null for a view that shows everything. */
  view: optional('at', decodeView, encodeView),
};
