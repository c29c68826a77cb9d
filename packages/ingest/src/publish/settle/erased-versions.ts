import { type Database, readNewestPublication } from '@hotline-atlas/clickhouse';
import { blankedColumns, erasedReason } from '../../map/left-out.ts';
import { countOf } from '../../tables/count-of.ts';
import { readLoads, recordLoads } from '../../tables/ledger.ts';

/**
 * The journal of an erasure: what is still to be done to versions that are kept, and to the ledger, once the
 * edition that counts without them is published. Its comment is the version it belongs to. A row of it is
 * a version: `whole`, it is deleted; else its text is blanked where `texts`, and `caller` stands for who
 * called. `says` is what it added to the versions before.
 */
export const journal = 'erased_version';

/** The callers of the journal once more, for a mutation to look up. */
const lookup = 'erased_version_caller';
const row = "concat(toString(load), ' ', toString(line))";

/** Drops the journal, and the list of what is being erased. */
async function dropJournal(database: Database): Promise<void> {
  for (const table of [lookup, journal, 'erasing'])
    await database.command({ sql: 'DROP TABLE IF EXISTS {table:Identifier} SYNC', parameters: { table } });
}

/** Begins the journal of a version of the data. */
export async function createJournal(database: Database, version: number): Promise<void> {
  await database.command({
    sql: `CREATE TABLE ${journal} (load UInt32, line UInt64, texts UInt8, whole UInt8, says String, caller UInt64)
ENGINE = MergeTree ORDER BY (load, line) COMMENT '${version}'`,
  });
}

interface Gone {
  load: number;
  added: number;
  corrected: number;
  repeated: number;
}

/** Rows of appeals that are gone become rows that were set aside: read = kept + rejected, as before. */
async function recountGone(database: Database, version: number): Promise<void> {
  await database.command({
    sql: `INSERT INTO rejected_row SELECT load, line, '${erasedReason}', '' FROM ${journal}
WHERE whole AND (load, line) NOT IN (SELECT load, line FROM rejected_row WHERE load IN (SELECT load FROM ${journal}))`,
    label: 'set aside as erased',
  });
  const { rows } = await database.rows<Gone>({
    sql: `SELECT load, ${['added', 'corrected', 'repeated'].map((word) => `countIf(says = '${word}') AS ${word}`).join(', ')}
FROM ${journal} WHERE whole GROUP BY load`,
  });
  const gone = new Map(rows.map((row) => [row.load, row]));
  const lines = await readLoads(database, [...gone.keys()]);
  const recounted = lines
    .filter((line) => line.recounted < version)
    .map((line) => {
      const { added = 0, corrected = 0, repeated = 0 } = gone.get(line.load) ?? {};
      const all = added + corrected + repeated;
      return {
        ...line,
        kept: line.kept - all,
        rejected: line.rejected + all,
        added: line.added - added,
        corrected: line.corrected - corrected,
        repeated: line.repeated - repeated,
        recounted: version,
      };
    });
  await recordLoads(database, recounted);
}

/** Blanks or deletes the versions of the journal. Done twice, it is done once. */
async function eraseVersions(database: Database): Promise<void> {
  const settings = { mutations_sync: '2' } as const;
  const of = (what: string) => `(load, line) IN (SELECT load, line FROM ${journal} WHERE ${what})`;
  const some = (what: string) => countOf(database, `SELECT count() AS found FROM ${journal} WHERE ${what}`);
  const blanks = Object.entries(blankedColumns).map(([column, blank]) => `${column} = ${blank}`);
  if ((await some('NOT whole')) > 0) {
    await database.command({ sql: `DROP TABLE IF EXISTS ${lookup} SYNC` });
    await database.command({
      sql: `CREATE TABLE ${lookup} ENGINE = Join(ANY, LEFT, row) AS SELECT ${row} AS row, caller FROM ${journal} WHERE NOT whole`,
    });
    await database.command({
      sql: `ALTER TABLE appeal_version UPDATE ${blanks.join(', ')} WHERE ${of('texts AND NOT whole')},
UPDATE caller = joinGet('${database.name}.${lookup}', 'caller', ${row}) WHERE ${of('NOT whole')}`,
      settings,
      label: 'blank versions',
    });
  }
  if ((await some('whole')) > 0)
    await database.command({
      sql: `ALTER TABLE appeal_version DELETE WHERE ${of('whole')}`,
      settings,
      label: 'delete versions',
    });
}

/**
 * Finishes what an erasure that counts has left to do, and drops what one that does not count had begun. Call
 * it under the ingest lock, before anything is settled.
 */
export async function finishErasure(database: Database): Promise<void> {
  const version = await countOf(
    database,
    `SELECT max(toUInt32OrZero(comment)) AS found FROM system.tables WHERE database = currentDatabase() AND name = '${journal}'`,
  );
  const newest = (await readNewestPublication(database))?.version ?? 0;
  if (version > 0 && version <= newest) {
    await recountGone(database, version);
    await eraseVersions(database);
  }
  await dropJournal(database);
}
