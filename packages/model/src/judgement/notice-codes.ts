/** Why there is no judgement, or no figure, although the question is right. */
export const noticeCodes = [
  'no_data',
  'no_places',
  'too_few_places',
  'too_few_groups',
  'too_few_steps',
  'all_equal',
  'too_few_appeals',
  'no_days',
  'nothing_to_compare',
  'not_ripe',
  'day_missing',
  'day_under_way',
  'no_history',
  'mostly_bridged',
  'no_residents',
  'not_asked',
] as const;
