/**
 * The packages of ours that each package may import. The packages stand in the order of the house, lowest
 * first.
 */
export const packagesBelow: Record<string, readonly string[]> = {
  model: [],
  statistics: ['model'],
  machine: [],
  clickhouse: ['machine'],
  store: ['model', 'machine'],
  progress: [],
  city: ['model'],
  access: ['model', 'machine', 'store', 'city'],
  ingest: ['model', 'clickhouse', 'city', 'progress'],
  synthetic: ['model', 'clickhouse', 'city', 'progress'],
  query: ['model', 'clickhouse', 'city'],
  evaluation: ['model', 'statistics'],
  judgement: ['model', 'clickhouse', 'city', 'statistics', 'query', 'evaluation'],
  reports: ['model'],
  api: ['model', 'clickhouse', 'store', 'city', 'access', 'query', 'judgement', 'evaluation', 'reports'],
  ui: ['model'],
  dashboard: ['model', 'ui'],
  bench: ['model', 'clickhouse', 'city'],
  start: [
    'machine',
    'model',
    'clickhouse',
    'store',
    'city',
    'progress',
    'access',
    'ingest',
    'synthetic',
    'judgement',
    'api',
  ],
};

/**
 * The folders of `src` inside a package, lowest first. A file imports from its own folder and from lower
 * ones. Folders on one line, with a space between them, do not import each other. Files directly in `src`
 * stand on top.
 */
export const foldersBelow: Record<string, readonly string[]> = {
  ingest: ['read', 'map', 'tables', 'load', 'publish', 'finish', 'erase', 'check'],
  access: ['settings', 'audit people', 'accounts', 'sign-in'],
  query: ['sql cache', 'plan', 'compile', 'counts', 'run', 'records'],
  judgement: [
    'threads',
    'series places',
    'answer',
    'ripeness',
    'hotspots alarms backlog clusters rates trend change tally named-places integrity',
    'findings growth repeats candidates effect',
    'tasks',
  ],
  evaluation: ['counts rules', 'score', 'ranking', 'mix', 'movement', 'integrity', 'answer made-up', 'depth'],
  reports: ['document format fonts', 'typst workbook', 'evaluation', 'threads'],
  api: ['log openapi pages', 'problems', 'cache guard', 'admission', 'context', 'evaluation find', 'routes'],
  ui: ['theme format', 'answer request words', 'kit', 'charts map'],
  dashboard: [
    'address words',
    'screen',
    'questions',
    'panel',
    'judgement',
    'features/session features/annotations features/favourites features/objections',
    'features/appeals features/change features/ripeness features/rates features/hours',
    'features/ranking features/figures features/trend',
    'features/areas features/topics features/categories',
    'features/account features/administration features/views features/find',
    'features/overview features/units features/map features/alarms',
    'features/object',
    'features/city features/area features/topic features/unit',
    'features/evaluation',
    'features/unit-evaluation features/schemes features/integrity features/monthly-topics',
    'features/hotspots',
    'features/clusters',
    'features/wall',
    'app',
  ],
};
