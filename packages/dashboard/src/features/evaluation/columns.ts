/**
 * When a column is left out: `always` there; `wide` from 1,000 px of the table on, `wider` from 1,150 px,
 * `widest` from 1,300 px.
 */
type ColumnRoom = 'always' | 'wide' | 'wider' | 'widest';

export interface RankingColumn {
  /** What the table is sorted by. */
  name: string;
  kind: 'rank' | 'name' | 'score' | 'change' | 'rate' | 'visited' | 'excluded' | 'words' | 'tried';
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
  indicators: readonly { name: string; measured: boolean }[];
  hasChange: boolean;
  hasVisits: boolean;
  hasExcluded: boolean;
  hasClasses: boolean;
  callsIn: boolean;
  hasCaseMix: boolean;
  isTried: boolean;
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
    ...indicators.flatMap(({ name, measured }, at) => (measured ? [column(name, 'rate', 'always', at)] : [])),
    ...(hasVisits ? [column('visited', 'visited')] : []),
    ...(hasExcluded ? [column('excluded', 'excluded')] : []),
    ...(callsIn ? [column('called_in', 'words')] : []),
    ...(hasClasses ? [column('class', 'words', 'wide')] : []),
    ...(hasCaseMix ? [column('case_mix', 'words', 'wider')] : []),
    column('weights', 'words', 'widest'),
  ];
}
