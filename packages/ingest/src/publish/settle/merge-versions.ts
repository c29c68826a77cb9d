import { monthNumberSql } from '@hotline-atlas/clickhouse';
import type { Content } from '@hotline-atlas/model';
import { type Group, speaks } from '../../map/contents.ts';

/**
 * The newest version that speaks of something comes last in this order; of those that do not, their unknowns
 * are the same.
 */
const order = (group: Group): string => `(${speaks(group)}, updated, load, line)`;

/** What the newest version that speaks of a group says. */
const newestOf = (group: Group, expression: string): string =>
  `argMax(${expression}, ${order(group)}) OVER (PARTITION BY id)`;

const quoted = (words: readonly string[]): string => `[${words.map((word) => `'${word}'`).join(', ')}]`;

/** Words the flaws of a group begin with. */
const flawWords = ({ contents }: Group): string[] =>
  contents.flatMap(({ field, columns }) => [
    ...columns,
    ...(field === 'latitude' ? ['coordinates', 'point'] : []),
  ]);

const closedTooEarly = 'closed before received';

/** Flaws follow the fields they are about; what lies between two fields is looked at anew. */
function flaws(groups: readonly Group[]): string {
  const apart = quoted(groups.filter(({ always }) => !always).flatMap(flawWords));
  const each = groups.map((group, at) => {
    const isOf = group.always ? `NOT has(${apart}, word)` : `has(${quoted(flawWords(group))}, word)`;
    return `arrayFilter((flaw, word) -> ${isOf} AND flaw != '${closedTooEarly}', flaws_${at}, arrayMap(flaw -> splitByChar(' ', flaw)[1], flaws_${at}))`;
  });
  return `arrayConcat(${each.join(', ')})`;
}

/**
 * Columns of a content as they are together, with the value of the one it lies within in the version that
 * says it.
 */
function partsOf(group: Group, content: Content): string[] {
  const own = [...content.columns, ...(content.derived ?? [])].map(
    (column) => `${newestOf(group, column)} AS new_${column}`,
  );
  return content.within ? [...own, `${newestOf(group, content.within)} AS within_${content.field}`] : own;
}

/** A level below another one is kept where that one is still what it was said with. */
const kept = ({ field, within }: Content): string =>
  within ? `if(within_${field} IN ('', merged_${within}), new_${field}, '')` : `new_${field}`;

const isPlace = `if(merged_district != '' OR merged_subdistrict != '', 'area', 'none')`;

/**
 * Merges versions of appeals, one row each: every field says what the newest version says that speaks of it,
 * everything else is of the newest version.
 * @param versions SELECT of whole rows of `appeal`
 * @param groups contents by which loads speak of them
 */
export function mergeStatement(versions: string, groups: readonly Group[]): string {
  const all = groups.flatMap((group) => group.contents.map((content) => ({ group, content })));
  const words = all.filter(({ content }) => content.columns.length === 1 && !content.derived);
  const parts = all.flatMap(({ group, content }) => partsOf(group, content));
  const replaced = [
    `toUInt32({first:UInt32} + ${monthNumberSql('new_day')}) AS generation`,
    ...['received', 'day', 'hour', 'latitude', 'longitude', 'cell'].map(
      (column) => `new_${column} AS ${column}`,
    ),
    ...words.map(({ content: { field } }) => `merged_${field} AS ${field}`),
    `if(new_location_quality IN ('area', 'none'), ${isPlace}, new_location_quality) AS location_quality`,
    `arrayConcat(${flaws(groups)}, if(merged_closed > 0 AND merged_closed < new_received, ['${closedTooEarly}'], [])) AS flaws`,
  ];
  return `SELECT * EXCEPT('^(new|within|merged|flaws)_|^place$') REPLACE (
  ${replaced.join(',\n  ')}
)
FROM (SELECT *, ${words.map(({ content }) => `${kept(content)} AS merged_${content.field}`).join(',\n  ')}
FROM (SELECT *,
  row_number() OVER (PARTITION BY id ORDER BY updated DESC, load DESC, line DESC) AS place,
  ${[...parts, ...groups.map((group, at) => `${newestOf(group, 'flaws')} AS flaws_${at}`)].join(',\n  ')}
FROM (${versions}))
WHERE place = 1)`;
}
