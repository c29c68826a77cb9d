import { type Group, speaks } from '../../map/contents.ts';

const hashOf = ({ contents }: Group): string =>
  `cityHash64(${contents.flatMap(({ columns }) => columns).join(', ')})`;

/**
 * The statement that compares all versions of the appeals in `repeated_id`: those in `appeal_version`, those
 * that come in, and those that are published and were alone so far. A row of the table `conflict` is a row of
 * `appeal` (`physical`) or a version kept apart.
 * - `stays`: a row of `appeal` that says what all versions that count say together; of several the one
 *   published first.
 * - `writes`: there is none, so it is written.
 * - `keeps`: a version that is to be kept apart, since others count beside it.
 * - `says`: what a version adds to what was known when it came, that is, to loads before it and those it
 *   replaces.
 * - `says_before`, `says_after`: what it adds to loads before it, with the withdrawn ones and without them.
 *   Ids are compared as they are, not by their hashes.
 */
export function findConflictsStatement(groups: readonly Group[]): string {
  const hashes = groups
    .map((group, at) => `${hashOf(group)} AS h${at}, ${speaks(group)} AS s${at}`)
    .join(', ');
  const state = (counts: string, window: string): string =>
    `cityHash64(${groups
      .map((_, at) => `argMaxIf(h${at}, (s${at}, updated, load, line), ${counts}) OVER ${window}`)
      .join(', ')})`;
  const isVersion = '(NOT physical OR NOT is_kept)';
  const counts = `(${isVersion} AND NOT is_withdrawn)`;
  const columns = `id, load, line, updated, ${hashes}, load IN {withdrawn:Array(UInt32)} AS is_withdrawn`;
  const say = (number: string, now: string, before: string): string =>
    `multiIf(${number} = 0, 'added', ${now} = ${before}, 'repeated', 'corrected')`;
  return `INSERT INTO conflict
WITH
    versions AS
    (
        SELECT ${columns}, generation, 1 AS physical, generation IN {incoming:Array(UInt32)} AS comes
        FROM appeal
        WHERE generation IN arrayConcat({incoming:Array(UInt32)}, {published:Array(UInt32)})
          AND cityHash64(id) IN (SELECT hash FROM repeated_id)
        UNION ALL
        SELECT ${columns}, toUInt32(0) AS generation, 0 AS physical, 0 AS comes
        FROM appeal_version
        WHERE cityHash64(id) IN (SELECT hash FROM repeated_id) AND load IN (SELECT load FROM counting_load)
        LIMIT 1 BY id, load, line
    ),
    told AS (SELECT *, max(NOT physical) OVER (PARTITION BY id, load, line) AS is_kept FROM versions),
    weighed AS
    (
        SELECT *,
               ${isVersion} AS is_version,
               cityHash64(${groups.map((_, at) => `h${at}`).join(', ')}) AS own,
               ${state(counts, '(PARTITION BY id)')} AS together,
               countIf(${counts}) OVER (PARTITION BY id) AS counting,
               ${state(isVersion, 'so_far')} AS with_withdrawn,
               ${state(counts, 'so_far')} AS without,
               countIf(${isVersion}) OVER so_far AS number_with,
               countIf(${counts}) OVER so_far AS number_without,
               countIf(comes) OVER so_far AS number_coming
        FROM told
        WINDOW so_far AS (PARTITION BY id ORDER BY load, line, physical ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    ),
    compared AS
    (
        SELECT *,
               physical AND NOT is_withdrawn AND counting > 0 AND own = together AS is_right,
               lagInFrame(with_withdrawn) OVER before AS last_with,
               lagInFrame(without) OVER before AS last_without,
               lagInFrame(number_with) OVER before AS earlier_with,
               lagInFrame(number_without) OVER before AS earlier_without,
               lagInFrame(number_coming) OVER before AS earlier_coming
        FROM weighed
        WINDOW before AS (PARTITION BY id ORDER BY load, line, physical ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    )
SELECT cityHash64(id) AS hash, id, generation, load, line, physical, comes, counting,
       is_right AND row_number() OVER (PARTITION BY id ORDER BY is_right DESC, comes, load, line) = 1 AS stays,
       counting > 0 AND max(is_right) OVER (PARTITION BY id) = 0 AS writes,
       physical AND is_version AND NOT is_withdrawn AND counting > 1 AS keeps,
       is_version,
       if(earlier_coming > 0, ${say('earlier_without', 'without', 'last_without')}, ${say('earlier_with', 'without', 'last_with')}) AS says,
       ${say('earlier_with', 'with_withdrawn', 'last_with')} AS says_before,
       if(is_withdrawn, '', ${say('earlier_without', 'without', 'last_without')}) AS says_after
FROM compared`;
}
