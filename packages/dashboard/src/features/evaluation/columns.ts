/**
 * When a column is there: `always`, or from a width of the table on: `wide` 1,080 px, `wider` 1,240 px,
 * `widest` 1,310 px, `roomiest` 1,350 px.
 */
type ColumnRoom = 'always' | 'wide' | 'wider' | 'widest' | 'roomiest';

/** So many rates have room for their intervals; lighter ones are told as numbers. */
const mostDrawn = 4;

export interface RankingColumn {
  /** What the table is sorted by. */
  name: string;
  kind: 'rank' | 'name' | 'score' | 'change' | 'rate' | 'number' | 'visited' | 'excluded' | 'words' | 'tried';
  room: ColumnRoom;
  /** Of a rate, its place among the indicators. */
  indicator: number;
}

const column = (
  name: string,
  kind: RankingColumn['kind'],
  room: ColumnRoom = 'always',
  indicator = -1,
): RankingColumn => ({ name, kind, room, indicator });

/** What a ranking has to show. */
export interface RankingContent {
  indicators: readonly { name: string; weight: number; measured: boolean }[];
  hasChange: boolean;
  hasVisits: boolean;
  hasExcluded: boolean;
  hasClasses: boolean;
  callsIn: boolean;
  hasCaseMix: boolean;
  isTried: boolean;
}

/** The rates that are measured, in their order: the heaviest with their intervals. */
function rateColumns(indicators: RankingContent['indicators']): RankingColumn[] {
  const measured = indicators.flatMap((each, at) => (each.measured ? [{ ...each, at }] : []));
  const heaviest = [...measured].sort((one, other) => other.weight - one.weight || one.at - other.at);
  const drawn = new Set(heaviest.slice(0, mostDrawn).map(({ at }) => at));
  return measured.map(({ name, at }) =>
    drawn.has(at) ? column(name, 'rate', 'always', at) : column(name, 'number', 'wider', at),
  );
}

/** The columns of a ranking, from the left; those that say nothing in this month are not there. */
export function rankingColumns(content: RankingContent): RankingColumn[] {
  const { indicators, hasChange, hasVisits, hasExcluded, hasClasses, callsIn, hasCaseMix, isTried } = content;
  return [
    column('rank', 'rank'),
    column('name', 'name'),
    column('score', 'score'),
    ...(isTried ? [column('tried', 'tried')] : []),
    ...(hasChange ? [column('change', 'change')] : []),
    ...rateColumns(indicators),
    ...(hasVisits ? [column('visited', 'visited')] : []),
    ...(hasExcluded ? [column('excluded', 'excluded')] : []),
    ...(callsIn ? [column('called_in', 'words')] : []),
    ...(hasClasses ? [column('class', 'words', 'wide')] : []),
    ...(hasCaseMix ? [column('case_mix', 'words', 'widest')] : []),
    column('weights', 'words', 'roomiest'),
  ];
}
