import { type City, readCity, type Source, sourceOf, withDates } from '@hotline-atlas/city';
import {
  type Configuration,
  connect,
  type Database,
  migrate,
  readConfiguration,
  sqlFolder,
} from '@hotline-atlas/clickhouse';
import { Command, InvalidArgumentError, Option } from 'commander';
import { explainFailure } from './explain-failure.ts';
import { finishLoads } from './finish/finish-loads.ts';
import { ingest } from './ingest.ts';
import { succeeded } from './ingest-report.ts';
import { listLoads } from './list-loads.ts';
import { readCallerKey } from './load/caller-key.ts';
import { publishReference } from './load/reference.ts';
import { showIndexing, showProgress, showWithdrawal, tellState } from './progress.ts';
import { findFiles, type InputFormat, inputFormats } from './read/input-file.ts';
import { spoolStandardInput } from './read/standard-input.ts';
import { writeRejectedRows } from './rejected.ts';
import { takeIngestLock } from './tables/ingest-lock.ts';
import { withdraw } from './withdraw.ts';
import { writeRows } from './write-rows.ts';

interface Options {
  source?: string;
  format?: InputFormat;
  dates?: string[];
  rejected?: boolean;
  loads?: boolean;
  withdraw?: number;
}

/** Names of files may hold line ends, too. */
const onOneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

/** The source, with the forms of dates the command line names. */
function datedSource(city: City, { source: name, dates }: Options): Source {
  const source = sourceOf(city, name);
  return dates ? withDates(source, dates) : source;
}

async function load(
  configuration: Configuration,
  city: City,
  database: Database,
  paths: string[],
  options: Options,
) {
  const { format } = options;
  const began = performance.now();
  const spooled = paths.includes('-')
    ? await spoolStandardInput(configuration.dataDir, format ?? 'csv')
    : null;
  const { files, failed } = await findFiles(
    paths.filter((path) => path !== '-'),
    format,
  );
  if (spooled) files.push(spooled.file);
  const source = datedSource(city, options);
  const callerKey = readCallerKey(configuration);
  const progress = showProgress(files);
  const lock = await takeIngestLock(database, progress.events.onWait);
  try {
    const report = await ingest({
      database,
      city,
      source,
      files,
      failed,
      callerKey,
      lock,
      events: progress.events,
    });
    progress.stop();
    for (const { problem } of report.failed) process.stderr.write(`not loaded: ${onOneLine(problem)}\n`);
    if (report.rejected > 0)
      process.stderr.write(`${report.rejected} rows were rejected; list them with pnpm ingest --rejected\n`);
    if (report.erased > 0)
      process.stderr.write(`${report.erased} of them are of appeals that were erased, and stay erased\n`);
    for (const [flaw, rows] of Object.entries(report.flaws))
      process.stderr.write(`kept, but ${flaw}: ${rows} rows\n`);
    if (report.read > 0 && report.kept === 0) process.stderr.write('Nothing was kept.\n');
    const seconds = Math.round(performance.now() - began) / 1000;
    const search_index = await finishLoads(database, {
      lock,
      onState: tellState,
      onIndexed: showIndexing(),
    }).catch((error) => {
      process.stderr.write(
        'All of it is loaded and counts; only questions and searches are slower until the next load or start has finished it.\n',
      );
      throw error;
    });
    process.stdout.write(
      `${JSON.stringify({ ...report, failed: report.failed.length, seconds, search_index })}\n`,
    );
    if (!succeeded(report)) process.exitCode = 1;
  } finally {
    await lock.release();
    progress.stop();
    spooled?.remove();
  }
}

async function takeBack(database: Database, load: number): Promise<void> {
  const began = performance.now();
  const events = showWithdrawal();
  const lock = await takeIngestLock(database, events.onWait);
  try {
    const report = await withdraw(database, load, events, lock);
    await finishLoads(database, { lock, onState: tellState, onIndexed: showIndexing() });
    const seconds = Math.round(performance.now() - began) / 1000;
    process.stdout.write(`${JSON.stringify({ ...report, seconds })}\n`);
  } finally {
    await lock.release();
  }
}

async function run(paths: string[], options: Options): Promise<void> {
  const configuration = readConfiguration(process.env, process.env.INIT_CWD ?? process.cwd());
  const city = readCity(configuration.citiesDir, configuration.city);
  const { rejected, loads, withdraw: taken } = options;
  const isLoad = !rejected && !loads && taken === undefined;
  if (isLoad) datedSource(city, options);
  const connection = await connect(configuration);
  try {
    const database = await connection.database(city.code);
    await migrate(database, sqlFolder);
    await publishReference(database, city);
    if (rejected) await writeRejectedRows(database, process.stdout);
    else if (loads) await writeRows(await listLoads(database), process.stdout);
    else if (taken !== undefined) await takeBack(database, taken);
    else await load(configuration, city, database, paths, options);
  } finally {
    await connection.close();
  }
}

function explain(error: unknown): void {
  process.exitCode = 1;
  process.stderr.write(`${explainFailure(error)}\n`);
}

/** @throws InvalidArgumentError when it is no number of a load */
function loadNumber(text: string): number {
  if (/^[1-9]\d{0,9}$/.test(text) && Number(text) < 2 ** 32) return Number(text);
  throw new InvalidArgumentError(`Expected the number of a load, such as 3; pnpm ingest --loads lists them.`);
}

const program = new Command('pnpm ingest')
  .description('Loads files of appeals into the database of the city named by CITY.')
  .argument(
    '[files...]',
    'files or globs: .csv .tsv .ndjson .parquet, plain, .gz or .zst; - for standard input',
  )
  .option('--source <name>', 'which source of the city pack the files are from')
  .addOption(new Option('--format <format>', 'format, where the name does not say it').choices(inputFormats))
  .option(
    '--dates <form>',
    'how times are written in these files, instead of what the source lists: iso, excel, or a pattern such as "M/d/yyyy H:mm"; may be repeated',
    (form: string, before: string[] = []) => [...before, form],
  )
  .option('--rejected', 'list the rows that were set aside, as CSV')
  .option('--loads', 'list what was loaded, as CSV')
  .option('--withdraw <load>', 'take a load back, as if it had never been loaded', loadNumber)
  .addHelpText(
    'after',
    `
Each file stands for itself: one that cannot be loaded is told on a line of its own, and the others load.
The exit code is 0 when every file was loaded, though rows of it may have been rejected, and 1 when a file could not be
loaded, or when rows were read and not one of them was kept.`,
  )
  .action((paths: string[], options: Options) => {
    const asked = [options.rejected, options.loads, options.withdraw].filter((each) => each !== undefined);
    if (asked.length + Math.min(paths.length, 1) > 1)
      return program.error('error: --rejected, --loads and --withdraw stand alone, without files');
    if (paths.length === 0 && asked.length === 0) return program.help({ error: true });
    return run(paths, options);
  });

await program.parseAsync().catch(explain);
