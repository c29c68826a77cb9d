/** The pages of `docs/performance`, each about one thing a reader waits for. */
export const pageNames = ['loading', 'asking', 'judging', 'many', 'leaving', 'page', 'meanwhile'] as const;
export type PageName = (typeof pageNames)[number];

export const pageTitles: Record<PageName, string> = {
  loading: 'Loading and disk',
  asking: 'Asking',
  judging: 'Judging',
  many: 'Many users at once',
  leaving: 'Exports',
  page: 'The page in a browser',
  meanwhile: 'Right after a large load',
};
