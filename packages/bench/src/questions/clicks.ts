import type { DimensionName } from '@hotline-atlas/model';
import { type Choices, type Coverage, filterOf, periodsOf } from './choices.ts';
import { type Question, query } from './question.ts';
import { nameOf, panelQuestions, queryOf } from './screens.ts';

/** Choices that stand together after a row of clicks on the Overview. */
const together: readonly (readonly DimensionName[])[] = [
  ['district', 'topic1'],
  ['district', 'topic1', 'channel'],
];

/** Which categories a city tells apart: asked once on a first visit. */
const categories = query({ metrics: ['appeals'], by: ['channel', 'kind'] });

/**
 * What the screens ask after several choices, over the last year beside the year before, and what is asked
 * once.
 */
export function clickQuestions(choices: Choices, coverage: Coverage): Question[] {
  const { year: period } = periodsOf(coverage);
  const filters = together
    .map((dimensions) => filterOf(dimensions.join(' + '), dimensions, choices))
    .filter((filter) => filter !== null);
  const asked = filters.flatMap((filter) =>
    panelQuestions.flatMap((panel): Question[] => {
      const setting = { metric: 'appeals', filter, period, compare: 'year' } as const;
      const found = queryOf(panel, setting, choices);
      const labels = {
        name: `clicks · ${nameOf(panel, setting)}`,
        panel: panel.panel,
        list: 'clicks',
      } as const;
      return found ? [{ ...labels, whole: false, asked: { kind: 'query', query: found } }] : [];
    }),
  );
  return [
    ...asked,
    {
      name: 'clicks · categories',
      panel: 'categories',
      list: 'clicks',
      whole: true,
      asked: { kind: 'query', query: categories },
    },
  ];
}
