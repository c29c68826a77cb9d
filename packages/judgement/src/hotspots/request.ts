import {
  checkParameterNames,
  type Expectation,
  expectations,
  type HotspotMeasure,
  type HotspotStep,
  hotspotMeasures,
  hotspotSteps,
  hotspotsParameters,
  type PlaceLevel,
  parseComparedSelection,
  parseName,
  parseResolution,
  parseText,
  placeLevels,
  type RawParameters,
  type Resolution,
  type Selection,
} from '@hotline-atlas/model';

/** What `/api/hotspots` asks. */
export interface HotspotsQuestion {
  selection: Selection;
  level: PlaceLevel;
  resolution: Resolution;
  step: HotspotStep;
  measure: HotspotMeasure;
  expected: Expectation | 'auto';
  format: 'json' | 'csv';
}

/**
 * A question from the parameters of an address.
 * @throws InvalidQuestion naming the parameter, what was sent and the nearest that exists
 */
export function parseHotspots(raw: RawParameters, regimes: readonly string[]): HotspotsQuestion {
  checkParameterNames(raw, Object.keys(hotspotsParameters.shape));
  return {
    selection: parseComparedSelection(raw, regimes),
    level: parseName('level', parseText(raw, 'level') ?? 'cell', placeLevels),
    resolution: parseResolution(parseText(raw, 'resolution')),
    step: parseName('step', parseText(raw, 'step') ?? 'month', hotspotSteps),
    measure: parseName('measure', parseText(raw, 'measure') ?? 'contacts', hotspotMeasures),
    expected: parseName('expected', parseText(raw, 'expected') ?? 'auto', ['auto', ...expectations]),
    format: parseName('format', parseText(raw, 'format') ?? 'json', ['json', 'csv']),
  };
}
