import type { DimensionName, MetricName, Order, Query, Resolution, Selection } from '@hotline-atlas/model';
import type { Source } from '../address/crossfilter.ts';
import type { Comparison } from '../address/shared.ts';
import type { Screen } from '../screen/screen.ts';
import { selectionOf } from '../screen/selection.ts';
import { worthComparing } from './comparable.ts';

/** What a view asks for; which appeals it is asked of follows from the screen. */
export interface Question {
  metrics: readonly MetricName[];
  by?: readonly DimensionName[];
  /** As the screen compares, unless said otherwise. */
  comparison?: Comparison;
  order?: readonly Order[];
  limit?: number;
  resolution?: Resolution;
  /** Of the whole city, where that is published for who sees only their own appeals. */
  published?: boolean;
  /** Chosen in addition to what the screen has chosen. */
  within?: Selection['where'];
}

/** The whole question, with the choices of every view but the one that asks. */
export function questionFor(question: Question, screen: Screen, source: Source | null): Query {
  const chosen = selectionOf(screen, source);
  const selection = { ...chosen, where: [...chosen.where, ...(question.within ?? [])] };
  const by = question.by ?? [];
  const asked = question.comparison ?? screen.state.comparison;
  const comparison = worthComparing(asked, selection, screen.meta.firstDay, by);
  return {
    ...selection,
    metrics: [...question.metrics],
    by: [...by],
    order: [...(question.order ?? [])],
    resolution: question.resolution ?? 8,
    ...(comparison !== 'none' && { compare: comparison }),
    ...(question.limit !== undefined && { limit: question.limit }),
  };
}
