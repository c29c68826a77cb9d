/**
 * The trial of a small load into a large history: makes new appeals like those of its newest month, loads
 * them, and tells how long it took, and how much work, until they were published and until everything was
 * finished. Then it takes them back, unless `--keep` is given. Ends with 1 when publishing took more work
 * than `--most` seconds, or what it took back left a trace.
 *
 *     DATA_DIR=/somewhere node --import tsx test/trial/small-load.ts --rows 100
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCity, sourceOf } from '@hotline-atlas/city';
import {
  connect,
  type Database,
  migrate,
  readConfiguration,
  readPublication,
  type Statement,
  sqlFolder,
} from '@hotline-atlas/clickhouse';
import {
  findFiles,
  finishLoads,
  ingest,
  publishReference,
  readCallerKey,
  withdraw,
} from '@hotline-atlas/ingest';
import { Command } from 'commander';

interface Options {
  source: string;
  rows: string;
  runs: string;
  most: string;
  keep?: boolean;
}

const say = (line: string) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);

/** Appeals like those received last, under ids of their own beside theirs, with the columns of the source. */
const newAppeals = `SELECT concat(id, '-', {mark:String}) AS id, received,
  nullIf(dispatched, toDateTime(0)) AS dispatched, nullIf(due, toDateTime(0)) AS due, nullIf(closed, toDateTime(0)) AS closed, nullIf(visited, toDateTime(0)) AS visited,
  updated, toString(kind) AS kind, toString(appellant) AS appellant, toString(channel) AS channel,
  multiIf(topic3 != '', topic3, topic2 != '', topic2, topic1)::String AS topic3, toString(district) AS district, toString(subdistrict) AS subdistrict,
  nullIf(latitude, 0) AS latitude, nullIf(longitude, 0) AS longitude, address, toString(unit) AS unit, toString(urgency) AS urgency, toString(status) AS status,
  toString(handling) AS handling, toString(contacted) AS contacted, toString(resolved) AS resolved, toString(satisfied) AS satisfied,
  toString(excluded_reason) AS excluded_reason, toString(caller) AS caller, text, reply
FROM appeal_newest
WHERE generation IN (SELECT arrayJoin(generations) FROM newest_edition)
ORDER BY received DESC, id LIMIT {rows:UInt32}
FORMAT Parquet SETTINGS output_format_parquet_string_as_string = 1`;

/** Processor seconds of this process and of the engine, where it is embedded. */
function work(dataDir: string): number {
  const { user, system } = process.cpuUsage();
  const own = (user + system) / 1e6;
  try {
    const { pid } = JSON.parse(readFileSync(join(dataDir, 'engine.json'), 'utf8')) as { pid: number };
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return own + (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return own;
  }
}

/** A database that counts its statements, and how long each kind took. */
function counted(database: Database): { database: Database; told: () => string } {
  const seconds = new Map<string, { times: number; seconds: number }>();
  const timed = async <Result>({ label, sql }: Statement, work: () => Promise<Result>): Promise<Result> => {
    const began = performance.now();
    try {
      return await work();
    } finally {
      const name = label ?? sql.replace(/\s+/g, ' ').slice(0, 60);
      const known = seconds.get(name) ?? { times: 0, seconds: 0 };
      seconds.set(name, {
        times: known.times + 1,
        seconds: known.seconds + (performance.now() - began) / 1000,
      });
    }
  };
  const all = () => [...seconds].sort(([, one], [, other]) => other.seconds - one.seconds);
  return {
    told: () => {
      const statements = all().reduce((sum, [, { times }]) => sum + times, 0);
      const longest = all().slice(0, 12);
      seconds.clear();
      return `${statements} statements; ${longest.map(([name, took]) => `${name} ${took.times} × ${(took.seconds / took.times).toFixed(3)}`).join('; ')}`;
    },
    database: {
      ...database,
      rows: (statement) => timed(statement, () => database.rows(statement)),
      command: (statement) => timed(statement, () => database.command(statement)),
      insert: (statement, body) => timed(statement, () => database.insert(statement, body)),
    },
  };
}

async function trial({ source, rows, runs, most, keep }: Options): Promise<void> {
  const configuration = readConfiguration(process.env, process.cwd());
  const city = readCity(configuration.citiesDir, configuration.city);
  const folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-small-load-'));
  const connection = await connect(configuration);
  try {
    const { database, told } = counted(await connection.database(city.code));
    await migrate(database, sqlFolder);
    await publishReference(database, city);
    await finishLoads(database);
    const before = await readPublication(database);
    say(`${before?.appeals} appeals in ${before?.generations.length} generations before; ${told()}`);
    const idle = work(configuration.dataDir);
    for (let asked = 0; asked < 50; asked++) await database.rows({ sql: 'SELECT 1' });
    const each = (1000 * (work(configuration.dataDir) - idle)) / 50;
    say(`a statement that does nothing takes ${each.toFixed(1)} ms of work on this machine now`);
    for (let run = 1; run <= Number(runs); run++) {
      const path = join(folder, `${run}.parquet`);
      const parameters = { mark: `trial${Date.now()}`, rows: Number(rows) };
      writeFileSync(path, Buffer.from((await database.bytes({ sql: newAppeals, parameters })).body));
      const found = await findFiles([path]);
      told();
      let [began, worked] = [performance.now(), work(configuration.dataDir)];
      const took = () => {
        const [now, used] = [performance.now(), work(configuration.dataDir)];
        const said = { seconds: (now - began) / 1000, work: used - worked };
        [began, worked] = [now, used];
        return said;
      };
      const report = await ingest({
        database,
        city,
        source: sourceOf(city, source),
        ...found,
        callerKey: readCallerKey(configuration),
      });
      const published = took();
      say(
        `run ${run}: ${report.added} appeals published after ${published.seconds.toFixed(2)} s, ${published.work.toFixed(2)} s of work; ${told()}`,
      );
      await finishLoads(database);
      const finished = took();
      const edition = await readPublication(database);
      say(
        `run ${run}: finished after ${finished.seconds.toFixed(2)} s more, ${finished.work.toFixed(2)} s of work; ${edition?.generations.length} generations; ${told()}`,
      );
      if (published.work > Number(most) || report.added !== Number(rows)) process.exitCode = 1;
      if (keep) continue;
      const loads = await database.rows<{ load: number }>({
        sql: 'SELECT max(load) AS load FROM load FINAL WHERE file = {path:String}',
        parameters: { path },
      });
      await withdraw(database, loads.rows[0]?.load ?? 0);
      await finishLoads(database);
    }
    const after = await readPublication(database);
    say(`${after?.appeals} appeals in ${after?.generations.length} generations after`);
    if (!keep && after?.appeals !== before?.appeals) process.exitCode = 1;
  } finally {
    await connection.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

await new Command('small-load')
  .option('--source <name>', 'the source of the city pack', 'synthetic')
  .option('--rows <number>', 'appeals a load', '100')
  .option('--runs <number>', 'loads', '3')
  .option('--most <seconds>', 'work until published', '2')
  .option('--keep', 'leave them loaded')
  .action(trial)
  .parseAsync();
