import {
  checkParameterNames,
  type FindingCompare,
  type FindingPlace,
  findingCompares,
  findingPlaces,
  findingsParameters,
  InvalidQuestion,
  parseComparedSelection,
  parseDueAt,
  parseName,
  parseText,
  type RawParameters,
  type Selection,
} from '@hotline-atlas/model';
import { toMinute } from '@hotline-atlas/query';

/** A place findings are of: one value of a dimension. */
export interface Place {
  dimension: FindingPlace;
  value: string;
}

/** What `/api/findings` asks. */
export interface FindingsQuestion {
  selection: Selection;
  /** Null: the whole of what may be seen. */
  place: Place | null;
  compare: FindingCompare;
  /** The minute it is now; null where orders are open as of the newest appeal. */
  now: string | null;
}

function parsePlace({ where }: Selection, sent: readonly string[]): Place | null {
  const [clause, ...more] = where;
  if (!clause) return null;
  const [value, ...others] = clause.values;
  const dimension = findingPlaces.find((name) => name === clause.dimension);
  if (!dimension || clause.exclude || !value || others.length > 0 || more.length > 0)
    throw new InvalidQuestion(
      'where',
      sent.join('&'),
      `findings are of everything or of one place: send one clause with one value of ${findingPlaces.join(', ')}`,
      findingPlaces,
    );
  return { dimension, value };
}

/**
 * A question from the parameters of an address.
 * @throws InvalidQuestion naming the parameter, what was sent and the nearest that exists
 */
export function parseFindings(raw: RawParameters, regimes: readonly string[]): FindingsQuestion {
  checkParameterNames(raw, Object.keys(findingsParameters.shape));
  const selection = parseComparedSelection(raw, regimes);
  return {
    selection,
    place: parsePlace(selection, raw.where ?? []),
    compare: parseName('compare', parseText(raw, 'compare') ?? 'previous', findingCompares),
    now: parseDueAt(raw) === 'now' ? toMinute(new Date()) : null,
  };
}
