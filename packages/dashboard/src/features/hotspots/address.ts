import { expectations, hotspotMeasures, hotspotSteps, placeLevels } from '@hotline-atlas/model';
import { day, oneOf, optional, type StateOf, text } from '../../address/parameter.ts';

/** How sure one step is, the pattern of all steps, or the likeliest clusters in place and time. */
export const hotspotLayers = ['bins', 'classes', 'clusters'] as const;
export type HotspotLayer = (typeof hotspotLayers)[number];

function decodeClass(sent: string): number | null {
  const code = Number(sent);
  return sent && Number.isInteger(code) && Math.abs(code) <= 8 ? code : null;
}

/** What the map of hot spots is about, and how it is drawn. */
export const hotspotAddress = {
  level: oneOf('level', placeLevels, 'cell'),
  step: oneOf('step', hotspotSteps, 'month'),
  counted: oneOf('counted', hotspotMeasures, 'contacts'),
  /** What places are judged against. */
  against: oneOf('against', expectations, 'auto'),
  layer: oneOf('layer', hotspotLayers, 'bins'),
  /** First day of the step shown; empty for the latest. */
  at: day('when'),
  /** The only class drawn in full; null for all. */
  only: optional('class', decodeClass, String),
  /** The place whose course is shown. */
  place: text('place'),
};

export type HotspotState = StateOf<typeof hotspotAddress>;
