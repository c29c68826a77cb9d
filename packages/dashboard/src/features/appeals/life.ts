import type { AppealRecord } from '@hotline-atlas/model';
import { localMoment } from '@hotline-atlas/ui/format/dates.ts';
import type { Screen } from '../../screen/screen.ts';
import { fieldText } from './useAppeals.ts';

/** What happens to an appeal, in its usual order. */
export const stepNames = ['received', 'dispatched', 'signed', 'due', 'closed', 'visited'] as const;
type StepName = (typeof stepNames)[number];

/** A moment of an appeal. */
export interface Step {
  name: StepName;
  /** On the city's clocks: `2024-12-31T23:44:40`. */
  at: string;
  /** Hours since the appeal was received; null where that is not known. */
  hours: number | null;
}

/**
 * How an appeal stands.
 * - `answered`: at the desk; `on_time`, `late`: closed; `closed`: closed, without a due time.
 * - `overdue`, `due`, `no_limit`: open; `unknown`: nothing tells that it is an order.
 * - `contradicted`: its times cannot be true together, so that no verdict follows from them.
 */
type Standing =
  | 'answered'
  | 'on_time'
  | 'late'
  | 'closed'
  | 'overdue'
  | 'due'
  | 'no_limit'
  | 'unknown'
  | 'contradicted';

/** What cannot be true of the times of an appeal. */
const contradictionNames = ['closed_before_received', 'due_before_received', 'closed_in_future'] as const;
type Contradiction = (typeof contradictionNames)[number];

/** The life of an appeal as far as it is known. */
export interface Life {
  steps: readonly Step[];
  standing: Standing;
  /**
   * Hours past the due time, at closing or now; hours left before it, negative; null without a due time, and
   * where times contradict.
   */
  late: number | null;
  /** Hours from receipt to closing; null while it is open, and where the two contradict. */
  hoursToClose: number | null;
  contradictions: readonly Contradiction[];
  /** How often a unit sent it back before; null where that is not known. */
  returned: number | null;
}

const hour = 3_600_000;

/** The time of a local moment, for differences between moments of one city. */
const timeOf = (moment: string): number => Date.parse(`${moment.slice(0, 19)}Z`);

const between = (from: string, to: string): number | null =>
  from && to ? (timeOf(to) - timeOf(from)) / hour : null;

function contradictionsOf(appeal: AppealRecord, clock: string): Contradiction[] {
  const [received, due, closed] = [
    fieldText(appeal, 'received'),
    fieldText(appeal, 'due'),
    fieldText(appeal, 'closed'),
  ];
  const isBefore = (one: string, other: string) => (between(one, other) ?? 0) > 0;
  const found: Record<Contradiction, boolean> = {
    closed_before_received: isBefore(closed, received),
    due_before_received: isBefore(due, received),
    closed_in_future: isBefore(clock, closed),
  };
  return contradictionNames.filter((name) => found[name]);
}

function standingOf(appeal: AppealRecord, late: number | null, isContradicted: boolean): Standing {
  const [closed, handling] = [fieldText(appeal, 'closed'), fieldText(appeal, 'handling')];
  const status = fieldText(appeal, 'status');
  const isClosed = status !== 'reopened' && (closed !== '' || status === 'closed');
  if (handling === 'direct' && isClosed) return 'answered';
  if (isContradicted) return 'contradicted';
  if (isClosed) return late === null || closed === '' ? 'closed' : late > 0 ? 'late' : 'on_time';
  if (late !== null) return late > 0 ? 'overdue' : 'due';
  const isOrder = handling !== '' || status !== '' || fieldText(appeal, 'dispatched');
  return isOrder ? 'no_limit' : 'unknown';
}

/**
 * The life of an appeal.
 * @param now as of when open orders are late, on the city's clocks
 * @param clock what these clocks show: nothing was closed later
 */
export function lifeOf(appeal: AppealRecord, now: string, clock = ''): Life {
  const received = fieldText(appeal, 'received');
  const [due, closed] = [fieldText(appeal, 'due'), fieldText(appeal, 'closed')];
  const returned = fieldText(appeal, 'returned');
  const known = stepNames.flatMap((name) => {
    const at = fieldText(appeal, name);
    return at === '' ? [] : [{ name, at, hours: between(received, at) }];
  });
  // Of two steps at one moment the usual order stays.
  const steps = known.sort((one, other) => timeOf(one.at) - timeOf(other.at));
  const isReopened = fieldText(appeal, 'status') === 'reopened';
  const contradictions = contradictionsOf(appeal, clock);
  const isContradicted = contradictions.length > 0;
  const late = isContradicted ? null : between(due, isReopened ? now : closed || now);
  return {
    steps,
    standing: standingOf(appeal, late, isContradicted),
    late,
    hoursToClose: isReopened || isContradicted ? null : between(received, closed),
    contradictions,
    returned: returned === '' ? null : Number(returned),
  };
}

/** The life of an appeal as of the moment screens use. */
export const lifeNow = (appeal: AppealRecord, { meta }: Pick<Screen, 'meta'>): Life =>
  lifeOf(
    appeal,
    meta.orders ? localMoment(meta.orders.at, meta.timeZone) : '',
    localMoment(new Date().toISOString(), meta.timeZone),
  );
