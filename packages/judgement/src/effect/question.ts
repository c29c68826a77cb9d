import {
  type CandidateLevel,
  checkParameterNames,
  type EffectMeasure,
  effectMeasures,
  type LocalDate,
  type MonthlyTopicContent,
  monthlyTopicEffectParameters,
  parseName,
  parseText,
  type RawParameters,
} from '@hotline-atlas/model';

/** What `/api/monthly-topics/:id/effect` asks, with the topic of the month it is about. */
export interface EffectQuestion {
  topic: string;
  revision: number;
  measure: EffectMeasure;
  level: CandidateLevel;
  topics: readonly string[];
  area: MonthlyTopicContent['area'];
  workFrom: LocalDate | null;
  workTo: LocalDate | null;
  /** Topics of the same level that were worked on themselves: no controls. */
  worked: readonly string[];
}

/**
 * The measure from the parameters of an address.
 * @throws InvalidQuestion naming the parameter, what was sent and the nearest that exists
 */
export function parseEffectMeasure(raw: RawParameters): EffectMeasure {
  checkParameterNames(raw, Object.keys(monthlyTopicEffectParameters.shape));
  return parseName('measure', parseText(raw, 'measure') ?? 'appeals', effectMeasures);
}

/** What the units are that are compared. */
export const controlsOf = ({ area, level }: Pick<EffectQuestion, 'area' | 'level'>) => area?.level ?? level;
