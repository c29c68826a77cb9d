import type { City } from '@hotline-atlas/city';
import {
  checkParameterNames,
  type EvaluatedGroup,
  evaluationParameters,
  InvalidQuestion,
  isValidIn,
  parseName,
  parseText,
  type RawParameters,
  type Scheme,
} from '@hotline-atlas/model';

/** What `/api/evaluation` asks; null where the answer chooses. */
export interface EvaluationQuestion {
  month: string | null;
  group: string | null;
  scheme: string | null;
  unit: string | null;
  /** Tried weights, as they were sent. */
  weights: string | null;
  /** `current`: by the data of today, also of a final month. */
  as: 'current' | null;
}

const isMonth = /^(19[7-9]\d|20\d\d)-(0[1-9]|1[0-2])$/;

/**
 * The month an address asks for; null where it names none.
 * @throws InvalidQuestion where it is no month
 */
export function monthOf(raw: RawParameters, parameter = 'month'): string | null {
  const month = parseText(raw, parameter) ?? null;
  if (month !== null && !isMonth.test(month))
    throw new InvalidQuestion(parameter, month, 'send a month, for example 2024-11');
  return month;
}

/**
 * A question from the parameters of an address.
 * @throws InvalidQuestion naming the parameter, what was sent and what is understood
 */
export function parseEvaluation(raw: RawParameters): EvaluationQuestion {
  checkParameterNames(raw, Object.keys(evaluationParameters.shape));
  const month = monthOf(raw);
  const of = (name: string) => parseText(raw, name) ?? null;
  const as = of('as');
  if (as !== null) parseName('as', as, ['current']);
  return {
    ...{ month, group: of('group'), scheme: of('scheme'), unit: of('unit'), weights: of('weights') },
    as: as === null ? null : 'current',
  };
}

/**
 * The scheme that is valid in a month, or the one that is asked for by name.
 * @throws InvalidQuestion where none is valid, or there is none of that name
 */
export function schemeIn({ evaluation }: City, month: string, asked: string | null): Scheme {
  const names = evaluation.map(({ name }) => name);
  const found =
    asked === null
      ? evaluation.find((scheme) => isValidIn(scheme, month))
      : evaluation.find(({ name }) => name === parseName('scheme', asked, names));
  if (found) return found;
  const known = evaluation.map(({ name, from, to }) => `${name} (${from} to ${to ?? 'now'})`);
  throw new InvalidQuestion(
    'month',
    month,
    `no scheme is valid in it; schemes are ${known.join(', ')}`,
    names,
  );
}

/** The group of a scheme by its name; the first where none is named. */
export function groupIn({ groups }: Scheme, asked: string | null): EvaluatedGroup {
  const names = groups.map(({ name }) => name);
  const name = asked === null ? names[0] : parseName('group', asked, names);
  const found = groups.find((group) => group.name === name);
  if (!found) throw new InvalidQuestion('group', asked ?? '', 'the scheme has no groups', names);
  return found;
}
