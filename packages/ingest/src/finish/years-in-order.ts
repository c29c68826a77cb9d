/**
 * Tables of years in the steps in which they are summed up and published, those the screens ask most first:
 * first those without which a question of a screen reads the rows; then those from which the screens are
 * answered, each adding the most questions; then tables that are only cheaper. `orderOfYears.test.ts` holds
 * it against the planner.
 */
export const yearsMostAskedFirst: readonly (readonly string[])[] = [
  ['rollup_year_topic2_cell9'],
  [
    'rollup_year_channel_cell',
    'rollup_year_topic_kind',
    'rollup_year_subdistrict_topic',
    'rollup_year_channel_hour',
    'rollup_year_subdistrict_kind',
    'rollup_year_hour',
    'rollup_year_subdistrict_hour',
  ],
];

/** The steps of some tables of years, each in the order given; tables that are not named come last. */
export function yearSteps(tables: readonly string[]): string[][] {
  const named = new Set(yearsMostAskedFirst.flat());
  const others = tables.filter((table) => !named.has(table));
  const steps = yearsMostAskedFirst.map((step) => tables.filter((table) => step.includes(table)));
  return [...steps, others].filter((step) => step.length > 0);
}
