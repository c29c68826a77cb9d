import type { Layer } from '@deck.gl/core';
import { ScatterplotLayer } from '@deck.gl/layers';
import { standardValues } from '@hotline-atlas/model';
import { rgba } from '@hotline-atlas/ui/map/colors.ts';
import type { Palette } from '@hotline-atlas/ui/theme/tokens.ts';
import { type Appeal, fieldText } from '../appeals/useAppeals.ts';

/** Kinds in the order of their colours. */
export const kindsOnMap = Object.keys(standardValues.kind);

/** The colour of a kind; grey where it is not known. */
export const kindColor = (kind: string, palette: Palette): string =>
  palette.categories[kindsOnMap.indexOf(kind)] ?? palette.comparator;

/** Appeals that have a place. */
export const located = (appeals: readonly Appeal[]): Appeal[] =>
  appeals.filter(({ longitude, latitude }) => typeof longitude === 'number' && typeof latitude === 'number');

/** Single appeals, in the colours of their kinds. */
export const pointLayer = (appeals: readonly Appeal[], palette: Palette): Layer =>
  new ScatterplotLayer<Appeal>({
    id: 'points',
    data: located(appeals),
    getPosition: ({ longitude, latitude }) => [Number(longitude), Number(latitude)],
    getRadius: 4.5,
    radiusUnits: 'pixels',
    stroked: true,
    lineWidthUnits: 'pixels',
    getLineWidth: 1,
    getLineColor: rgba(palette.surface),
    getFillColor: (appeal) => rgba(kindColor(fieldText(appeal, 'kind'), palette), 0.9),
    pickable: true,
    autoHighlight: true,
    highlightColor: rgba(palette.text),
    updateTriggers: { getFillColor: [palette] },
  });
