import { type Answer, type Clause, encodeSelection, type Page, type Repeats } from '@hotline-atlas/model';
import { numberIn } from '@hotline-atlas/ui/answer/row.ts';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { clausesOfPart } from '../appeals/list.ts';
import { type Need, needs } from './address.ts';
import { atLeast, figuresAddress, judgedAddress, knownDays } from './asking.ts';

/** Rows of a list on the page; all of them are on the page of orders. */
export const shownOrders = 10;

/** Days back to which calls about an open order are looked for. */
const callDays = 90;
const mostRepetitions = 200;

/** Lists that only orders with a due time can be in. */
const byDueTime: ReadonlySet<Need> = new Set(['overdue', 'due_today', 'due_soon']);

/** The clauses of a list of orders; the list of those that called again is no clause. */
export const clausesOfNeed = (need: Need): Clause[] => clausesOfPart([], need === 'again' ? 'open' : need);

export const openMetrics = ['overdue', 'due_today', 'due_soon', 'reopened', 'open'] as const;

/** Whether orders are shown as of now, not of the newest appeal. */
export const useLive = (): boolean => useScreen().meta.orders?.live ?? false;

/** Open orders of some appeals, by what they need. */
export function useOpenCounts(where: readonly Clause[]) {
  const live = useLive();
  return useRequest<Answer>(figuresAddress({ metrics: openMetrics, where, live }));
}

/** The same by unit or subdistrict. */
export function useOpenBy(by: 'unit' | 'subdistrict', where: readonly Clause[], wanted = true) {
  const live = useLive();
  return useRequest<Answer>(wanted ? figuresAddress({ metrics: openMetrics, by: [by], where, live }) : '');
}

/** The first orders of a list. */
export function useNeedRows(need: Need, where: readonly Clause[], hasLimits: boolean) {
  const live = useLive();
  const parameters = encodeSelection({ where: [...where, ...clausesOfNeed(need)], withoutRegimes: [] });
  parameters.set('order', hasLimits ? 'due' : 'received');
  parameters.set('limit', String(shownOrders));
  if (live) parameters.set('due_at', 'now');
  return useRequest<Page>(need === 'again' ? '' : `appeals?${parameters}`);
}

/** Callers who called more than once about one matter lately. */
export function useCallsAgain(where: readonly Clause[]) {
  const screen = useScreen();
  const { completeTo } = knownDays(screen);
  const days = atLeast({ from: completeTo, to: completeTo }, callDays);
  return useRequest<Repeats>(
    judgedAddress('repeats', { where, days }, { kind: 'caller', limit: String(mostRepetitions) }),
  );
}

/** How many orders each list has; null where that is not known. */
export type NeedCounts = Record<Need, number | null>;

/** Open orders of callers who called again. */
const openAgain = (repeats: Repeats): number => repeats.repeats.reduce((sum, { open }) => sum + open, 0);

export function countsOf(answer: Answer | undefined, repeats: Repeats | undefined): NeedCounts {
  const [row] = answer?.rows ?? [];
  const again = repeats?.meta.callers_known ? openAgain(repeats) : null;
  const count = (need: Need) => (need === 'again' ? again : numberIn(row, need));
  return Object.fromEntries(needs.map((need) => [need, count(need)])) as NeedCounts;
}

/** The list that is shown: all open orders, the longest overdue first, unless one is chosen. */
export const needShown = (chosen: Need | null, hasLimits: boolean): Need =>
  chosen && (hasLimits || !byDueTime.has(chosen)) ? chosen : 'open';
