import { ratesEn } from './rates-en.ts';

const times = (ratio: string | null) =>
  ratio === null ? 'where hardly any are expected' : `${ratio} times as many as expected`;

/** Words of the judgements in English; the type of the catalogue. Loaded with the pages that need them. */
export const en = {
  judging: 'Judging…',
  how: {
    title: 'How was this computed?',
    steps: 'Steps of the method',
    sample: 'Sample',
    corrections: 'Corrections',
    caveats: 'What it cannot say',
    parameters: 'Parameters',
    reference: 'Reference',
    judged: 'Judged period',
    judging: 'Time for the statistics',
    names: {
      places: 'Places',
      steps: 'Steps',
      appeals: 'Appeals',
      series: 'Series',
      tested: 'Series tested',
      days: 'Days',
      first_year: 'First year',
      groups: 'Groups asked about',
      judged: 'Of those, judged',
      small: 'Of those, too few to judge',
      not_asked: 'Groups nobody was asked about',
    } as Record<string, string>,
  },
  csv: 'Download CSV, all places',
  largest: (shown: string, all: string) => `The first ${shown} of ${all}; the file has all`,
  shown: (shown: string, all: string) => `${shown} of ${all} shown`,
  appealsOf: (what: string) => `Appeals: ${what}`,
  units: 'Units and their open orders',
  open: 'open',
  all: 'all',
  noUnits: 'The source of this city does not record units.',
  showOnMap: 'Show on the map',
  showAppeals: 'Show the appeals',
  p: (value: string) => `p ${value}`,
  q: (value: string) => `q ${value}`,
  z: (value: string) => `z ${value}`,

  hotspots: {
    title: (hot: string, cold: string) => `${hot} places are hot, ${cold} cold`,
    none: 'No place stands out beyond chance',
    classTitle: (hot: string, cold: string) => `${hot} places with a hot pattern, ${cold} with a cold one`,
    level: 'Places',
    levels: { cell: 'Hexagons', subdistrict: 'Subdistricts', district: 'Districts' },
    layer: 'Show',
    layers: { bins: 'One step', classes: 'Patterns', clusters: 'Clusters' },
    step: 'Step',
    steps: { month: 'Months', week: 'Weeks', quarter: 'Quarters' },
    perStep: { month: 'months', week: 'weeks', quarter: 'quarters' },
    counted: 'Count',
    counts: { contacts: 'Contacts', problems: 'Problems' },
    countedHelp: 'Problems count contacts of one caller about one matter in one place once',
    contactsUnit: 'contacts',
    problemsUnit: 'problems',
    against: 'Judged against',
    expectations: {
      auto: 'Automatic',
      even: 'All places alike',
      residents: 'Residents',
      appeals: 'All appeals there',
      usual: 'Its own usual',
    },
    compared: {
      even: 'Compared with the same count everywhere: shows where most is reported, not what is unusual.',
      residents: 'Compared with what the number of residents lets one expect.',
      appeals: 'Compared with everything reported there: hot where this makes more of it than elsewhere.',
      usual: 'Compared with each place’s own usual share of the city.',
    },
    bins: {
      '3': 'Hot, 99%',
      '2': 'Hot, 95%',
      '1': 'Hot, 90%',
      '0': 'Not significant',
      '-1': 'Cold, 90%',
      '-2': 'Cold, 95%',
      '-3': 'Cold, 99%',
    } as Record<string, string>,
    afterControl: 'after false-discovery control',
    onlyClass: 'Show only this pattern',
    places: (count: string) => `${count} places`,
    empty: (count: string) => `${count} of them without appeals`,
    slider: 'Step shown',
    play: 'Play',
    pause: 'Pause',
    moran: (value: string, p: string) => `Clustering overall: Moran’s I ${value}, p ${p}`,
    list: 'Places that stand out',
    byNeighbours: 'by its neighbours',
    listEmpty: 'No place is hot or cold in this step at 90% confidence.',
    nearest: 'The largest deviations all the same:',
    nearestList: 'Largest deviations, none beyond chance',
    back: 'All places',
    place: 'Place',
    near: (name: string) => `in ${name}`,
    observed: 'Count',
    expected: 'Expected',
    pattern: 'Pattern',
    chart: (place: string) => `Count and expectation of ${place}. Arrow keys move.`,
    band: '95% of counts are within the band if the expectation is right',
    reason: (parts: { pattern: string; hot: string; cold: string; steps: string; unit: string }) =>
      `${parts.pattern}: hot in ${parts.hot} and cold in ${parts.cold} of ${parts.steps} ${parts.unit}.`,
    latest: (parts: {
      step: string;
      count: string;
      expected: string;
      unit: string;
      z: string;
      q: string | null;
    }) =>
      `${parts.step}: ${parts.count} ${parts.unit} where ${parts.expected} were to be expected (z ${parts.z}${parts.q ? `, q ${parts.q}` : ''}; z weighs the neighbours too).`,
    rising: 'The tendency of the whole period is rising.',
    falling: 'The tendency of the whole period is falling.',
    level_: 'There is no clear tendency over the whole period.',
    keyboard: 'The same places stand in the list beside the map.',
  },

  clusters: {
    title: (count: number) =>
      count === 1 ? 'One cluster in place and time' : `${count} clusters in place and time`,
    none: 'No cluster stands out beyond chance',
    list: 'Most likely clusters',
    significant: (p: string) => `p ${p}`,
    size: (radius: string, places: string) =>
      `radius ${radius} km, ${places} ${places === '1' ? 'hexagon' : 'hexagons'}`,
    reason: (parts: {
      period: string;
      observed: string;
      expected: string;
      ratio: string | null;
      p: string;
      radius: string;
    }) =>
      `${parts.period}: ${parts.observed} appeals within ${parts.radius} km ${parts.ratio === null ? 'where hardly any are expected' : `where ${parts.expected} were to be expected, ${parts.ratio} times as many`} (p ${parts.p}).`,
    unsure: 'Chance alone gives clusters like this one often: p is above 0.05.',
    manyPlaces: 'The cluster has too many hexagons for a list of its appeals.',
    back: 'All clusters',
    legend: 'Stronger colour: more likely',
  },

  alarms: {
    title: (count: number, count_: string) =>
      count === 0 ? 'No alarms' : count === 1 ? 'One alarm' : `${count_} alarms`,
    fallen: 'Far fewer appeals than expected',
    fall: (place: string, observed: string, expected: string, threshold: string) =>
      `${place}: ${observed} appeals, where ${expected} were to be expected and fewer than ${threshold} are beyond chance. Has everything been delivered and loaded?`,
    missing: (spans: string) => `No data: ${spans}`,
    subtitle: (day: string, tested: string) => `${day} · ${tested} series of topic and area tested`,
    watch: 'Watch',
    watches: { day: 'Days', week: 'Weeks' },
    day: 'As of',
    before: 'A day earlier',
    after: 'A day later',
    all: 'All topics',
    city: 'Whole city',
    of: (observed: string, expected: string) => `${observed} instead of ${expected}`,
    times,
    first: 'new',
    began: 'Since',
    since: (day: string) => `since ${day}`,
    spread: (subdistricts: string, topics: string) => `${subdistricts} subdistricts, ${topics} topics`,
    list: 'Alarms, most important first',
    chart: (what: string) => `Course of ${what} with what was expected. Arrow keys move.`,
    observed: 'Appeals',
    expected: 'Expected',
    threshold: 'Alarm above',
    members: 'Series merged into this alarm',
    member: 'Series',
    follows: 'Alarms follow area and topic; other filters do not narrow them.',
    reason: (parts: {
      what: string;
      period: string;
      observed: string;
      expected: string;
      threshold: string;
      q: string;
      ratio: string | null;
    }) =>
      `${parts.what}: ${parts.observed} appeals (${parts.period})${parts.ratio === null ? ' where hardly any are expected' : `, ${parts.ratio} times the ${parts.expected} to be expected`}; an alarm begins above ${parts.threshold}. Among alarms as sure as this one the share of false ones is ${parts.q} (q).`,
    rules: {
      farrington: '',
      short_series: 'Too short a history for the full method: judged by the mean of the last weeks.',
      recent_level:
        'An exceptional period lies in the years before: expected is the level of the last half year, with the usual season.',
    },
    watchWeeks: 'Look at the whole week instead',
    rank: (rank: number) => `No. ${rank}`,
  },

  quiet: {
    finding: (period: string, tested: string) =>
      `Nothing unusual, ${period}: none of the ${tested} series of topic and area that were tested was beyond what chance explains.`,
    noneTested: (period: string) =>
      `${period}: no series of topic and area has five appeals or more, so none could raise an alarm.`,
    whole: (place: string) => `All appeals, ${place}`,
    range: (expected: string, threshold: string) => `${expected} expected, alarm above ${threshold}`,
    notJudged: 'too few to be judged',
    watched: 'Series watched',
    tested: (tested: string, few: string) =>
      `${tested} tested, ${few} with too few appeals or too little history`,
    newest: 'Newest appeal',
    nearest: 'Nearest to an alarm',
    noneNear: 'No series had more appeals than were to be expected.',
    keyExpected: 'expected',
    bound: 'its own bound',
    byChance: (series: string, count: string) =>
      `of ${series} series tested up to ${count} are as high by chance`,
    relies: 'Why this can be relied on',
    level: (share: string) =>
      `The bounds are set so that no more than ${share} of the alarms raised are false: a series has to be beyond its own bound, and beyond what the highest of so many series reach by chance.`,
    slow: 'What grows slowly does not show in a day, but in weeks.',
    earlier: { day: 'The seven days before', week: 'The four weeks before' },
    lookBack: 'Find their alarms',
    takes: (seconds: string) => `takes about ${seconds} s`,
    noData: 'no data',
    noAlarm: 'no alarm',
  },

  trend: {
    rising: (metric: string, size: string) => `${metric} rising by ${size} a year`,
    falling: (metric: string, size: string) => `${metric} falling by ${size} a year`,
    grows: (metric: string, per: string, size: string, share: string) =>
      `${metric}: the ${per} count grows by ${size} each year${share}`,
    shrinks: (metric: string, per: string, size: string, share: string) =>
      `${metric}: the ${per} count falls by ${size} each year${share}`,
    perStep: { month: 'monthly', week: 'weekly', day: 'daily' },
    ofLevel: (share: string) => ` (${share})`,
    level: (metric: string) => `${metric}: no clear trend`,
    plain: (metric: string) => `${metric} over time`,
    significance: (p: string) => `Mann-Kendall p ${p}`,
    history: 'whole history',
    grain: 'Step',
    grains: { month: 'Months', week: 'Weeks', day: 'Days' },
    course: 'Course and forecast',
    chart: (metric: string) => `${metric} with trend and forecast. Arrow keys move.`,
    actual: 'observed',
    trend: 'trend',
    forecast: 'forecast',
    interval: (level: string) => `${level} interval`,
    unusual: 'unusual',
    key: 'Grey: trend · dots: unusual · dashed with bands: forecast, 80% and 95% intervals',
    leftOut: 'bridged',
    bridged: (names: string) => `${names} bridged`,
    parts: 'Taken apart: season and remainder',
    partsNote: (strength: string, seasonal: string) =>
      `Strength of trend ${strength}, of season ${seasonal} (0 to 1). Observed = trend + season + remainder.`,
    tooShort: 'The history is too short to be taken apart.',
    season: 'Season',
    remainder: 'Remainder',
    partsChart: 'Season and remainder. Arrow keys move.',
    models: 'Which model forecasts best?',
    modelsNote: (origins: string) =>
      `Each model forecast the past from ${origins} origins; the one with the smallest error is used.`,
    model: 'Model',
    error: 'Mean error',
    scaled: 'Error against a naive forecast',
    chosen: 'used',
    noForecast: 'The history is too short for a forecast.',
    yearOnYear: 'Year on year, comparable days',
    yearDetail: (parts: { days: string; period: string; before: string }) =>
      `${parts.days} days of ${parts.period} that have a counterpart in ${parts.before}, by the comparison used on every page.`,
    yearFigures: (now: string, before: string) => `${now} after ${before}`,
    omitted: (what: string) => `Left out: ${what}`,
    when: 'Step',
  },

  rates: ratesEn,
};

export type Words = typeof en;
