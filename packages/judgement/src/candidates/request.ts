import {
  type CandidateCriterion,
  type CandidateLevel,
  candidateCriteria,
  candidateLevels,
  checkParameterNames,
  type DominanceCriterion,
  dominanceCriteria,
  InvalidQuestion,
  monthlyTopicCandidatesParameters,
  parseName,
  parseText,
  type RawParameters,
  usualDominance,
} from '@hotline-atlas/model';

/** What `/api/monthly-topics/candidates` asks. */
export interface CandidatesQuestion {
  /** As 2026-11; null: the newest complete one. */
  month: string | null;
  level: CandidateLevel;
  district: string | null;
  order: CandidateCriterion;
  criteria: DominanceCriterion[];
}

const isMonth = /^(19[7-9]\d|20\d\d)-(0[1-9]|1[0-2])$/;

/** Each once, in the order of the list. */
function parseCriteria(sent: string | undefined): DominanceCriterion[] {
  if (sent === undefined) return [...usualDominance];
  const named = sent.split(',').map((name) => parseName('criteria', name, dominanceCriteria));
  return dominanceCriteria.filter((name) => named.includes(name));
}

/**
 * A question from the parameters of an address.
 * @throws InvalidQuestion naming the parameter, what was sent and what is understood
 */
export function parseCandidates(raw: RawParameters): CandidatesQuestion {
  checkParameterNames(raw, Object.keys(monthlyTopicCandidatesParameters.shape));
  const month = parseText(raw, 'month') ?? null;
  if (month !== null && !isMonth.test(month))
    throw new InvalidQuestion('month', month, 'send a month, for example 2026-11');
  return {
    month,
    level: parseName('level', parseText(raw, 'level') ?? 'topic2', candidateLevels),
    district: parseText(raw, 'district') ?? null,
    order: parseName('order', parseText(raw, 'order') ?? 'volume', candidateCriteria),
    criteria: parseCriteria(parseText(raw, 'criteria')),
  };
}
