import {
  type BacklogStep,
  backlogParameters,
  backlogPoints,
  backlogSteps,
  checkParameterNames,
  choosesByDueState,
  InvalidQuestion,
  parseDueAt,
  parseName,
  parseSelection,
  parseText,
  parseWhole,
  type RawParameters,
  type Selection,
} from '@hotline-atlas/model';
import { toMinute } from '@hotline-atlas/query';

/** What `/api/backlog` asks. */
export interface BacklogQuestion {
  selection: Selection;
  step: BacklogStep;
  points: number;
  /** The minute it is now; null where the last point is the newest appeal. */
  now: string | null;
}

/**
 * A question from the parameters of an address.
 * @throws InvalidQuestion naming the parameter, what was sent and the nearest that exists
 */
export function parseBacklog(raw: RawParameters, regimes: readonly string[]): BacklogQuestion {
  checkParameterNames(raw, Object.keys(backlogParameters.shape));
  const selection = parseSelection({ where: raw.where ?? [] }, regimes);
  if (choosesByDueState(selection))
    throw new InvalidQuestion(
      'where',
      'due_state',
      'leave it out: a backlog counts what was open, and overdue',
    );
  return {
    selection,
    step: parseName('step', parseText(raw, 'step') ?? 'month', backlogSteps),
    points: parseWhole('points', parseText(raw, 'points'), backlogPoints.most, 2) ?? backlogPoints.usual,
    now: parseDueAt(raw) === 'now' ? toMinute(new Date()) : null,
  };
}
