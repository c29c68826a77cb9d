import {
  checkParameterNames,
  type EvaluatedGroup,
  integrityParameters,
  parseName,
  parseText,
  type RawParameters,
  type Scheme,
} from '@hotline-atlas/model';
import { monthOf } from './request.ts';

/** What `/api/evaluation/integrity` asks; null where the answer chooses. */
export interface IntegrityQuestion {
  month: string | null;
  group: string | null;
  unit: string | null;
  format: 'json' | 'csv';
}

const formats = ['json', 'csv'] as const;

/**
 * A question from the parameters of an address.
 * @throws InvalidQuestion naming the parameter, what was sent and what is understood
 */
export function parseIntegrity(raw: RawParameters): IntegrityQuestion {
  checkParameterNames(raw, Object.keys(integrityParameters.shape));
  const of = (name: string) => parseText(raw, name) ?? null;
  return {
    month: monthOf(raw),
    ...{ group: of('group'), unit: of('unit') },
    format: parseName('format', of('format') ?? 'json', formats),
  };
}

/** Everybody who handles orders, whether a scheme ranks them or not. */
const allUnits: EvaluatedGroup = {
  name: 'units',
  label: { en: 'All units', zh: '全部承办单位' },
  by: 'unit',
  ...{ kinds: [], only: [], without: [], called_in: 0 },
};

/** Groups that can be asked for: those of the scheme, and all units. */
export const comparedGroups = ({ groups }: Scheme): EvaluatedGroup[] =>
  groups.some(({ name }) => name === allUnits.name) ? [...groups] : [...groups, allUnits];

/** A group of the scheme, or all units that handle orders; the first of the scheme where none is named. */
export function comparedIn(scheme: Scheme, asked: string | null): EvaluatedGroup {
  const groups = comparedGroups(scheme);
  const names = groups.map(({ name }) => name);
  const name = asked === null ? names[0] : parseName('group', asked, names);
  return groups.find((group) => group.name === name) ?? allUnits;
}

/** Whether a group is everybody who handles orders. */
export const isEverybody = (group: EvaluatedGroup): boolean => group === allUnits;
