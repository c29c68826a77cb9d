import { readCity, sourceOf, withDates } from '@hotline-atlas/city';
import { readConfiguration } from '@hotline-atlas/clickhouse';
import { Command, Option } from 'commander';
import { checkFile } from './check/check-file.ts';
import { describeCity } from './check/describe-fields.ts';
import { explainFailure } from './explain-failure.ts';
import { type InputFormat, inputFile, inputFormats } from './read/input-file.ts';

interface Options {
  source?: string;
  format?: InputFormat;
  dates?: string[];
}

const print = (lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);

async function check(code: string, path: string | undefined, { source: name, format, dates }: Options) {
  const base = process.env.INIT_CWD ?? process.cwd();
  const configuration = readConfiguration(process.env, base);
  const city = readCity(configuration.citiesDir, code);
  if (path === undefined) return print(describeCity(city));
  const source = sourceOf(city, name);
  const file = inputFile(path, format);
  const { lines, loads } = await checkFile(
    configuration,
    city,
    dates ? withDates(source, dates) : source,
    file,
  );
  if (!loads) process.exitCode = 1;
  return print(lines);
}

function explain(error: unknown): void {
  process.exitCode = 1;
  process.stderr.write(`${explainFailure(error)}\n`);
}

const program = new Command('pnpm city').description('Works on city packs.');
program
  .command('check')
  .description('Checks a city pack, and says what a file becomes by it. Nothing is loaded.')
  .argument('<city>', 'the folder of the pack')
  .argument('[file]', 'a file: .csv .tsv .ndjson .parquet, plain, .gz or .zst')
  .option('--source <name>', 'which source of the city pack the file is from')
  .addOption(new Option('--format <format>', 'format, where the name does not say it').choices(inputFormats))
  .option(
    '--dates <form>',
    'how times are written in the file, instead of what the source lists; may be repeated',
    (form: string, before: string[] = []) => [...before, form],
  )
  .action((code: string, path: string | undefined, options: Options) => check(code, path, options));

await program.parseAsync().catch(explain);
