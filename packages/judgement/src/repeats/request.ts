import {
  checkParameterNames,
  parseComparedSelection,
  parseName,
  parseText,
  parseWhole,
  type RawParameters,
  type RepeatKind,
  repeatKinds,
  repeatsParameters,
  type Selection,
} from '@hotline-atlas/model';

/** What `/api/repeats` asks. */
export interface RepeatsQuestion {
  selection: Selection;
  kinds: readonly RepeatKind[];
  limit: number;
  format: 'json' | 'csv';
}

const mostRepeats = 200;
const usualRepeats = 20;

/**
 * A question from the parameters of an address.
 * @throws InvalidQuestion naming the parameter, what was sent and the nearest that exists
 */
export function parseRepeats(raw: RawParameters, regimes: readonly string[]): RepeatsQuestion {
  checkParameterNames(raw, Object.keys(repeatsParameters.shape));
  const kind = parseName('kind', parseText(raw, 'kind') ?? 'any', ['any', ...repeatKinds] as const);
  return {
    selection: parseComparedSelection(raw, regimes),
    kinds: kind === 'any' ? repeatKinds : [kind],
    limit: parseWhole('limit', parseText(raw, 'limit'), mostRepeats) ?? usualRepeats,
    format: parseName('format', parseText(raw, 'format') ?? 'json', ['json', 'csv']),
  };
}
