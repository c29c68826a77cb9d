import type { Palette } from '../theme/tokens.ts';
import { rgba } from './colors.ts';

/** Places in colours of their own: thin edges in the colour of the page, darker under the pointer. */
export const thinEdges = (palette: Palette) =>
  ({
    getLineColor: rgba(palette.surface),
    lineWidthUnits: 'pixels',
    getLineWidth: 1,
    pickable: true,
    autoHighlight: true,
    highlightColor: rgba(palette.text, 0.25),
  }) as const;
