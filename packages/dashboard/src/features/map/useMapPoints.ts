import { cellsCovering, useH3 } from '@hotline-atlas/ui/map/useCells.ts';
import { type MapView, pointZoom, type Size } from '@hotline-atlas/ui/map/view.ts';
import { boundsOfView } from '@hotline-atlas/ui/map/viewport.ts';
import { onlyValue } from '../../address/path.ts';
import { useScreen } from '../../screen/screen.ts';
import { useAppealPoints } from '../appeals/useAppeals.ts';

/** Single appeals where the map is close enough, or a subdistrict or hexagon is chosen. */
export function useMapPoints(view: MapView, size: Size | null) {
  const { state, person } = useScreen();
  const mayBeSeen = person.scope?.place === 'point';
  const near = view.zoom >= pointZoom;
  const isSmallPlace =
    onlyValue(state.where, 'subdistrict') !== null || onlyValue(state.where, 'cell') !== null;
  const h3 = useH3(mayBeSeen && near && !isSmallPlace);
  const covering = near && !isSmallPlace && h3 && size ? cellsCovering(boundsOfView(view, size), h3) : [];
  const wanted = mayBeSeen && (isSmallPlace || covering.length > 0);
  const within = isSmallPlace ? [] : [{ dimension: 'cell' as const, exclude: false, values: covering }];
  return { ...useAppealPoints(wanted, within), wanted };
}
