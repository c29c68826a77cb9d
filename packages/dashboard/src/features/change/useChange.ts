import {
  type Change,
  type ChangeGrouping,
  type ChangeMark,
  changeGroupings,
  changeMetrics,
  type DimensionName,
  encodeSelection,
  type MetricName,
} from '@hotline-atlas/model';
import { useMemo } from 'react';
import type { Source } from '../../address/crossfilter.ts';
import type { Comparison } from '../../address/shared.ts';
import { worthComparing } from '../../questions/comparable.ts';
import { useRequest } from '../../questions/useRequest.ts';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { selectionOf } from '../../screen/selection.ts';

/** Which change is judged. */
export interface Judged {
  metric: MetricName;
  by: DimensionName | null;
  comparison: Comparison;
  /** The view whose own choices are left out. */
  source: Source | null;
  /** Whether the figures are here: they come first. */
  ready: boolean;
}

const groupingOf = (by: DimensionName | null): ChangeGrouping | null | undefined =>
  by === null ? null : changeGroupings.find((each) => each === by);

/** The address of the judgement; empty where there is none to ask for. */
function addressOf({ metric, by, comparison, source, ready }: Judged, screen: Screen): string {
  const grouping = groupingOf(by);
  if (!ready || grouping === undefined || !changeMetrics.includes(metric)) return '';
  const selection = selectionOf(screen, source);
  const compare = worthComparing(comparison, selection, screen.meta.firstDay, []);
  if (compare === 'none') return '';
  const parameters = encodeSelection(selection);
  parameters.set('metric', metric);
  parameters.set('compare', compare);
  if (grouping) parameters.set('by', grouping);
  return `change?${parameters}`;
}

/**
 * The judgement of a change, once the figures it is about are shown; undefined until then, and where there is
 * none.
 */
export function useChange(judged: Judged): Change | undefined {
  const { answer, stale } = useRequest<Change>(addressOf(judged, useScreen()));
  return stale ? undefined : answer;
}

/** Marks by group. */
export type Marks = ReadonlyMap<string, ChangeMark>;

/** The marks of the groups of a dimension; none where they are not judged. */
export function useMarks(judged: Judged): Marks {
  const change = useChange(judged);
  return useMemo(
    () => new Map(change?.groups.group.map((code, at) => [code, change.groups.mark[at] ?? 'chance']) ?? []),
    [change],
  );
}
