import type { DimensionName, Evaluation } from '@hotline-atlas/model';
import type { Requested } from '@hotline-atlas/ui/request/asking.ts';
import { request } from '@hotline-atlas/ui/request/request.ts';
import { useQueries } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { monthAddress, movedAddress } from './requests.ts';
import { rowOf, type UnitRow } from './unitRow.ts';

/** A unit in its group and month. */
export interface UnitMonth {
  answer: Evaluation;
  /** Its place in the columns. */
  at: number;
  row: UnitRow;
  month: string;
  group: string;
  by: DimensionName;
  name: string;
}

type Label = (by: DimensionName, code: string) => string;

/** A unit in an answer; null where it is not in the group. */
function unitIn(answer: Evaluation, code: string, label: Label): UnitMonth | null {
  const at = answer.units.unit.indexOf(code);
  if (at < 0) return null;
  const { month, group } = answer.meta;
  const row = rowOf(answer, at);
  return { answer, at, row, month, group: group.name, by: group.by, name: label(group.by, code) };
}

/**
 * The group of a unit that the address does not tell: the first in which it is. Asked only where it is not in
 * the first group of all.
 * @returns undefined while that is not known, null where there is none
 */
function useGroupOf(code: string, groups: readonly string[]): string | null | undefined {
  const { state } = useScreen();
  const found = useQueries({
    queries: groups.map((group) => {
      const address = monthAddress(state, group);
      return {
        queryKey: [address],
        queryFn: ({ signal }: { signal: AbortSignal }) => request<Evaluation>(address, signal),
      };
    }),
  });
  const at = found.findIndex(({ data }) => data?.units.unit.includes(code));
  if (at >= 0) return groups[at];
  return found.some(({ isPending }) => isPending) ? undefined : null;
}

/** The month of the page, and the unit in it: undefined while that is not known, null in no group. */
export function useUnitMonth(): {
  view: Requested<Evaluation>;
  shown: UnitMonth | null | undefined;
} {
  const { state, label, change } = useScreen();
  const { group: asked } = state.evaluation;
  const view = useRequest<Evaluation>((screen) => monthAddress(screen.state, screen.state.evaluation.group));
  const { answer } = view;
  const inAsked = answer && unitIn(answer, state.object, label);
  const seeks = asked === '' && inAsked === null;
  const groups = seeks ? answer?.meta.groups.slice(1).map(({ name }) => name) : [];
  const found = useGroupOf(state.object, groups ?? []);
  useEffect(() => {
    if (seeks && found) change({ evaluation: { group: found } }, 'replace');
  }, [seeks, found, change]);
  return { view, shown: seeks && found !== null ? undefined : inAsked };
}

/** What moved the rank of the unit; asked for only where it is open. */
export const useMoved = ({ row, month, group }: UnitMonth): Requested<Evaluation> =>
  useRequest<Evaluation>(row.isOpen ? movedAddress(month, group, row.code) : '');
