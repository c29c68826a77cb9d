import type { Database } from '@hotline-atlas/clickhouse';

const published = `generation IN (SELECT arrayJoin(generations) FROM newest_edition)`;

async function figure(database: Database, sql: string): Promise<number> {
  const { rows } = await database.rows<{ figure: number }>({ sql });
  return rows[0]?.figure ?? Number.NaN;
}

async function rollups(database: Database, beginning: string): Promise<string[]> {
  const { rows } = await database.rows<{ name: string }>({
    sql: `SELECT name FROM system.tables
WHERE database = currentDatabase() AND match(name, {beginning:String}) AND engine != 'Null' ORDER BY name`,
    parameters: { beginning },
  });
  return rows.map(({ name }) => name);
}

/**
 * What is wrong with what readers see, by the invariants every load must keep; empty when nothing is. A
 * harness that loads a file twice is caught by it (test/engine/badDays.test.ts).
 */
export async function unsoundness(database: Database): Promise<string[]> {
  const wrong: string[] = [];
  const expectEqual = (what: string, found: number, expected: number) => {
    if (found !== expected) wrong.push(`${what}: ${found} instead of ${expected}`);
  };
  const rows = await figure(database, `SELECT count() AS figure FROM appeal WHERE ${published}`);
  const ids = await figure(database, `SELECT uniqExact(id) AS figure FROM appeal WHERE ${published}`);
  expectEqual('every appeal once', rows, ids);
  const said = await figure(database, `SELECT appeals AS figure FROM newest_edition`);
  expectEqual('appeals of the publication', rows, said);
  const loads = 'FROM load FINAL WHERE load IN (SELECT load FROM counting_load)';
  expectEqual('appeals added', rows, await figure(database, `SELECT sum(added) AS figure ${loads}`));
  const lost = `SELECT countIf(read != kept + rejected OR kept != added + corrected + repeated) AS figure ${loads}`;
  expectEqual('loads that lose rows', await figure(database, lost), 0);
  expectEqual(
    'rejected rows',
    await figure(
      database,
      'SELECT count() AS figure FROM rejected_row WHERE load IN (SELECT load FROM counting_load)',
    ),
    await figure(database, `SELECT sum(rejected) AS figure ${loads}`),
  );
  for (const rollup of await rollups(database, '^rollup_(day|month)_'))
    expectEqual(
      rollup,
      await figure(database, `SELECT sum(s_appeals) AS figure FROM ${rollup} WHERE ${published}`),
      rows,
    );
  const held = `SELECT arrayJoin(arrayFilter((_, held) -> held > 0, generations, arrayResize(rows['appeal_newest'], length(generations)))) FROM newest_edition`;
  const sums = (table: string) =>
    `SELECT toUInt32(sum(cityHash64(*) % 1000003) % 4294967291) AS figure FROM ${table} WHERE generation IN (${held})`;
  expectEqual(
    'appeal_newest',
    await figure(database, sums('appeal_newest')),
    await figure(database, sums('appeal')),
  );
  const all = `SELECT arrayJoin(arrayFilter(year -> year % 4096 = 4095, years)) AS year FROM newest_edition`;
  const together = (await figure(database, `SELECT count() AS figure FROM (${all})`)) > 0;
  const years = `SELECT arrayJoin(arrayFilter(year -> year % 4096 != 4095, years)) AS year FROM newest_edition`;
  const ofYears = await figure(
    database,
    `SELECT count() AS figure FROM appeal WHERE ${published} AND toYear(day) IN (SELECT 1900 + year % 4096 - 3000 FROM (${years}))`,
  );
  for (const rollup of await rollups(database, '^rollup_year_'))
    expectEqual(
      rollup,
      await figure(database, `SELECT sum(s_appeals) AS figure FROM ${rollup} WHERE generation IN (${years})`),
      ofYears,
    );
  for (const rollup of together ? await rollups(database, '^rollup_year_') : []) {
    const listed = `SELECT rows['${rollup}'][arrayFirstIndex(year -> year % 4096 = 4095, years)] AS figure FROM newest_edition`;
    expectEqual(
      `${rollup}, all years together`,
      await figure(database, `SELECT sum(s_appeals) AS figure FROM ${rollup} WHERE generation IN (${all})`),
      (await figure(database, listed)) > 0 ? rows : 0,
    );
  }
  return wrong;
}
