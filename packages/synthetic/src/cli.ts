import { resolve } from 'node:path';
import { CityPackError, readCity } from '@hotline-atlas/city';
import { ConfigurationError, connect, DatabaseError, readConfiguration } from '@hotline-atlas/clickhouse';
import { Command, InvalidArgumentError } from 'commander';
import { ForeignFilesError } from './manifest.ts';
import { ImpossibleHistoryError } from './plan/history.ts';
import { showProgress } from './progress.ts';
import { printReport, report } from './report/report.ts';
import { synthesize, wholeHistory } from './synthesize.ts';

interface Options {
  appeals: number;
  out: string;
  from: string;
  to: string;
  seed: number;
  story?: boolean;
  gaming?: boolean;
  returns?: boolean;
  corrections?: number;
  defects?: number;
  report?: boolean;
}

function wholeNumber(sent: string): number {
  if (!/^\d{1,10}$/.test(sent) || Number(sent) < 1)
    throw new InvalidArgumentError('Send a whole number from 1.');
  return Number(sent);
}

function share(sent: string): number {
  const value = Number(sent);
  if (!(value > 0 && value < 1)) throw new InvalidArgumentError('Send a share such as 0.01.');
  return value;
}

function month(sent: string): string {
  const [, found] = /^((?:19|20)\d\d-(?:0[1-9]|1[0-2]))(?:-01)?$/.exec(sent) ?? [];
  if (found === undefined) throw new InvalidArgumentError('Send a month such as 2019-01.');
  return found;
}

/** A month, or a day. */
function end(sent: string): string {
  if (!/^(?:19|20)\d\d-\d\d-\d\d$/.test(sent) || sent.endsWith('-01')) return month(sent);
  if (Number.isNaN(Date.parse(`${sent}T00:00:00Z`)))
    throw new InvalidArgumentError('Send a month such as 2025-01 or a day such as 2025-01-15.');
  return sent;
}

async function run({ out, report: wantsReport, ...options }: Options): Promise<void> {
  const base = process.env.INIT_CWD ?? process.cwd();
  const configuration = readConfiguration(process.env, base);
  const city = readCity(configuration.citiesDir, configuration.city);
  const connection = await connect(configuration);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  try {
    const database = await connection.database(city.code);
    const progress = showProgress(options.appeals);
    const made = await synthesize({
      ...options,
      database,
      city,
      out: resolve(base, out),
      onProgress: progress.update,
      signal: stop.signal,
    }).finally(progress.stop);
    if (wantsReport)
      process.stdout.write(printReport(await report({ database, city, files: made.files, to: made.to })));
    process.stdout.write(`${JSON.stringify({ ...made, files: made.files.length })}\n`);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    process.stderr.write('Stopped. The files that are whole stay; the same command goes on.\n');
    process.exitCode = 130;
  } finally {
    await connection.close();
  }
}

const clear = [CityPackError, ConfigurationError, ForeignFilesError, ImpossibleHistoryError];

/** One clear line for what a user can mend; everything else is a defect and shows its trace. */
function explain(error: unknown): void {
  process.exitCode = 1;
  if (clear.some((kind) => error instanceof kind)) process.stderr.write(`${(error as Error).message}\n`);
  else if (error instanceof DatabaseError && error.kind === 'unreachable')
    process.stderr.write('The database stopped answering. Run the same command again: it goes on.\n');
  else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}

const program = new Command('pnpm synthesize')
  .description('Makes up a history of appeals, calibrated to published figures, as one Parquet file a month.')
  .requiredOption('--appeals <number>', 'how many appeals', wholeNumber)
  .requiredOption('--out <folder>', 'where the files go')
  .option('--from <month>', 'first month', month, wholeHistory.from)
  .option('--to <month or day>', 'first month or day no longer made', end, wholeHistory.to)
  .option('--story', 'plant a story in the last weeks; pnpm start does, up to yesterday')
  .option('--gaming', 'let some units game their evaluation; truth.json says which and how')
  .option('--returns', 'let orders say who signed for them, and how often units sent them back')
  .option('--seed <number>', 'another seed, another history', wholeNumber, wholeHistory.seed)
  .option('--corrections <share>', 'share of the appeals corrected later, in files of their own', share)
  .option('--defects <share>', 'share of the appeals told once more, badly, in files of their own', share)
  .option('--report', 'compare what was made with the published figures')
  .action(run);

await program.parseAsync().catch(explain);
