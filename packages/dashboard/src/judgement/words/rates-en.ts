/** Words of the page of units in English. */
export const ratesEn = {
  by: 'Compare',
  groups: { unit: 'Units', district: 'Districts', subdistrict: 'Subdistricts' },
  plural: { unit: 'units', district: 'districts', subdistrict: 'subdistricts' },
  metrics: {
    resolution_rate: 'Resolved',
    satisfaction_rate: 'Satisfied',
    response_rate: 'Contacted',
    on_time_rate: 'On time',
  },
  metric: 'Share',
  list: 'List',
  lists: { lower: 'Truly lower', higher: 'Truly higher', all: 'All' },
  title: (count: string, all: string, groups: string) =>
    `${count} of ${all} ${groups} are truly below what is expected`,
  none: (groups: string) => `No ${groups} are truly below what is expected`,
  against: { topics: 'against all on the same topics', mean: 'against all together' },
  spread: (points: string) => `usual spread ±${points} points`,
  noSpread: 'no spread beyond chance',
  ranking: (groups: string) => `Where ${groups} truly stand`,
  rankingHint:
    'Judged: at the topics of all, drawn towards the mean where few were asked, with 95% interval; ranks: those it may have',
  chart: (groups: string) =>
    `Funnel plot of ${groups}: appeals asked about, and rate. Arrow keys walk from the lowest on, Enter chooses.`,
  x: {
    topics: 'Appeals asked about, as many as tell the same at the mean rate',
    mean: 'Appeals asked about',
  },
  y: { topics: 'Rate, at the topics of all', mean: 'Rate' },
  mean: (value: string) => `all ${value}`,
  limits: { usual: '95%', far: '99.8%', chance: 'chance 95%' },
  levels: {
    '-3': 'Far lower than usual (99.8%)',
    '-2': 'Lower than usual (95%)',
    '-1': 'Truly lower, as groups usually differ',
    '0': 'Explained by chance',
    '1': 'Truly higher, as groups usually differ',
    '2': 'Higher than usual (95%)',
    '3': 'Far higher than usual (99.8%)',
  } as Record<string, string>,
  notDrawn: (count: string, fewest: string) =>
    `${count} with fewer than ${fewest} asked are not judged and not drawn; the list has them.`,
  counted: (metric: string, rate: string, count: string) => `${metric} ${rate} of ${count}`,
  expected: {
    topics: (rate: string) => `about ${rate} would be expected on the same topics`,
    mean: (rate: string) => `${rate} of all together`,
  },
  byChance: (side: 'low' | 'high', often: string) => `so ${side} by chance ${often}`,
  rarely: 'less than once in 1,000',
  once: (cases: string) => `about once in ${cases}`,
  unclear: (p: string) => `chance explains the difference (p ${p})`,
  manyAlike: (p: string) => `among so many groups chance explains the difference (p ${p})`,
  rank: (low: string, high: string, all: string) =>
    low === high ? `rank ${low} of ${all}` : `rank ${low}–${high} of ${all}`,
  rankShort: (low: string, high: string) => (low === high ? low : `${low}–${high}`),
  small: (fewest: string) => `fewer than ${fewest} asked: not judged, not ranked`,
  beyond: 'That is further off than groups usually differ.',
  usual: 'Groups often differ by that much.',
  alone: 'It handles most of its topics alone, so there is little to compare it with.',
  few: 'too few',
  choose: 'Choose one to see what is known of it; everything below follows.',
  unclearListed: {
    lower: 'Explained by chance:',
    higher: 'Explained by chance:',
  },
  nobody: {
    lower: 'Nobody is truly lower. Chance explains these:',
    higher: 'Nobody is truly higher. Chance explains these:',
  },
  heads: { raw: 'counted', shrunken: 'judged', ranks: 'ranks' },
  instead: (metric: string, wanted: string) =>
    `This city does not record ${wanted.toLowerCase()}: compared by ${metric.toLowerCase()} instead.`,
  nothingAtAll:
    'This city records neither what citizens say afterwards, nor due times, nor when orders are closed: how units do cannot be compared. How many appeals there are can:',
  nothing:
    'This city records neither what citizens say afterwards nor due times, so no rate can be judged. What can be compared is the time to close:',
  columns: {
    group: 'Name',
    asked: 'Asked',
    yes: 'Of those, yes',
    rate: 'Rate',
    low: 'from (95%)',
    high: 'to (95%)',
    expected: 'Expected',
    shrunken: 'Drawn towards the mean',
    rankLow: 'Rank from',
    rankHigh: 'Rank to',
    chance: 'p against chance',
    verdict: 'Finding',
  },
  verdicts: { lower: 'truly lower', higher: 'truly higher', unclear: 'unclear', small: 'too few' },
};
