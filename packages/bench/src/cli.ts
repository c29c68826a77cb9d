import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CityPackError } from '@hotline-atlas/city';
import { ConfigurationError, DatabaseError, readConfiguration } from '@hotline-atlas/clickhouse';
import { Command, InvalidArgumentError } from 'commander';
import { CommandFailed } from './child.ts';
import { Different } from './identity.ts';
import { type Part, parts } from './open-bench.ts';
import { textGrid } from './report/grid.ts';
import { growthOf } from './report/growth.ts';
import { isMeanwhile, meanwhileTargets, stateInWords } from './report/meanwhile.ts';
import { Unpublishable } from './report/publish-run.ts';
import { type ReportTable, tablesOf, targetTable } from './report/tables.ts';
import { targetsOf } from './report/targets.ts';
import { writeReport } from './report/write-report.ts';
import { NoResult, type Result, readResult } from './result.ts';
import { runBench } from './run.ts';
import { NoData } from './sides/published-rows.ts';
import { type Api, foundApi, startApi } from './start-api.ts';
import { NotSummedUp } from './summed-up.ts';
import { checkFolder, NoFiles } from './synthetic-files.ts';
import { UnlistedQuestions } from './unlisted.ts';

interface Options {
  appeals: number;
  minutes: number;
  out?: string;
  url?: string;
  files?: string;
  work?: string;
  duckdbMemory: string;
  without?: Set<Part>;
  all?: boolean;
  browser: boolean;
  meanwhile?: boolean;
  compare?: string[];
  report?: string[] | true;
}

const say = (line: string): void => {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
};

function number(sent: string): number {
  if (!/^\d+(\.\d+)?$/.test(sent)) throw new InvalidArgumentError('Send a number.');
  return Number(sent);
}

function leftOut(sent: string): Set<Part> {
  const named = sent.split(/[|,]/).map((name) => parts.find((part) => part === name));
  if (named.includes(undefined))
    throw new InvalidArgumentError(`Name some of ${parts.join(', ')}, separated by commas.`);
  return new Set(named.filter((part) => part !== undefined));
}

const draw = ({ title, header, rows }: Pick<ReportTable, 'title' | 'header' | 'rows'>): void => {
  process.stdout.write(`\n${title}\n${textGrid(header, rows)}\n`);
};

function writeResult(file: string, result: Result): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(result, null, 1)}\n`);
}

async function measure(options: Options, base: string): Promise<void> {
  const configuration = readConfiguration(process.env, base);
  const files = options.files ? resolve(base, options.files) : null;
  if (files) checkFolder(files);
  const meanwhile = options.meanwhile ?? false;
  const without = new Set([
    ...(options.without ?? []),
    ...(options.browser ? [] : (['browser'] as const)),
    ...(meanwhile ? parts.filter((part) => part !== 'users') : []),
  ]);
  let running: Api | null = null;
  const stop = () => void Promise.resolve(running?.stop()).finally(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const api = options.url
    ? foundApi(options.url)
    : await startApi(options.appeals, say, (started) => {
        running = started;
      });
  try {
    const result = await runBench({
      configuration,
      api,
      without,
      meanwhile,
      minutes: options.minutes,
      all: options.all ?? false,
      files,
      work: resolve(base, options.work ?? configuration.dataDir),
      duckdbMemory: options.duckdbMemory,
      mostExported: 10_000_000,
      mostLoaded: 12_000_000,
      say,
    });
    for (const table of tablesOf(result)) draw(table);
    draw(targetTable(isMeanwhile(result) ? meanwhileTargets(result) : targetsOf(result, null)));
    say(stateInWords(result) ?? '');
    if (options.out) writeResult(resolve(base, options.out), result);
    if (result.asking.unlisted.length > 0) throw new UnlistedQuestions(result.asking.unlisted);
  } finally {
    await api.stop();
  }
}

async function run(options: Options): Promise<void> {
  const base = process.env.INIT_CWD ?? process.cwd();
  const paths = (files: readonly string[]) => files.map((file) => resolve(base, file));
  if (options.compare) return draw(growthOf(paths(options.compare).map(readResult)));
  if (options.report) return writeReport(options.report === true ? [] : paths(options.report));
  return measure(options, base);
}

const clear = [
  CityPackError,
  ConfigurationError,
  CommandFailed,
  Different,
  NoData,
  NoFiles,
  NoResult,
  NotSummedUp,
  UnlistedQuestions,
  Unpublishable,
];

/** One clear line for what a user can mend; everything else is a defect and shows its trace. */
function explain(error: unknown): void {
  process.exitCode = 1;
  if (clear.some((kind) => error instanceof kind)) process.stderr.write(`${(error as Error).message}\n`);
  else if (error instanceof DatabaseError && error.kind === 'unreachable')
    process.stderr.write('The database stopped answering; its log is engine.log in the data folder.\n');
  else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}

await new Command('pnpm bench')
  .description(
    'Measures asking, loading and exporting at the size that is loaded, beside a bare table and DuckDB.',
  )
  .option(
    '--appeals <number>',
    'make and load a history of this size where the data folder holds less',
    number,
    0,
  )
  .option('--minutes <number>', 'how long it may take, making and loading apart', number, 25)
  .option('--out <file>', 'write the result as JSON')
  .option('--url <address>', 'measure the API that runs there, on the data folder of DATA_DIR')
  .option('--files <folder>', 'files of pnpm synthesize that were loaded: DuckDB and loading use them')
  .option('--work <folder>', 'where the other sides are kept meanwhile (default: in the data folder)')
  .option('--duckdb-memory <size>', 'memory of DuckDB', '6GB')
  .option('--without <parts>', `leave out some of ${parts.join(', ')}`, leftOut)
  .option(
    '--meanwhile',
    'do not wait until everything is summed up and indexed: measure screens, searches and users at once',
  )
  .option('--no-browser', 'the same as --without browser')
  .option('--all', 'put every question to all sides, however long it takes')
  .option('--compare <files...>', 'show how the cost grows over results of several sizes')
  .option(
    '--report [files...]',
    'publish results in docs/performance/runs, and write the pages from all runs',
  )
  .action(run)
  .parseAsync()
  .catch(explain);
