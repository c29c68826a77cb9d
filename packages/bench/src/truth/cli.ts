import { writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { askAt, askKnown } from './ask.ts';
import { type Measured, type Method, measureMethod, methods as outbreakMethods } from './measure-method.ts';
import { measureRates, type RatesMeasured } from './measure-rates.ts';
import { readOutbreaks, readUnits } from './truth-file.ts';

const methods = [...outbreakMethods, 'rates'] as const;
type AnyMethod = (typeof methods)[number];

interface Options {
  url: string;
  truth: string;
  since: string;
  until: string;
  quiet: number;
  minutes: number;
  methods: AnyMethod[];
  out?: string;
}

function chosen(names: string): AnyMethod[] {
  const unknown = names.split(',').find((name) => !methods.some((method) => method === name));
  if (unknown !== undefined) throw new InvalidArgumentError(`there is no ${unknown}: ${methods.join(', ')}.`);
  return methods.filter((method) => names.split(',').includes(method));
}

function positive(text: string): number {
  if (!(Number(text) > 0)) throw new InvalidArgumentError('should be a number above 0.');
  return Number(text);
}

async function run({
  url,
  truth,
  since,
  until,
  quiet,
  minutes,
  methods: asked,
  out,
}: Options): Promise<void> {
  const ask = askAt(url);
  const outbreaks = readOutbreaks(truth);
  const known = await askKnown(ask);
  const result: Partial<Record<Method, Measured> & { rates: RatesMeasured }> = {};
  const say = (line: string) => process.stderr.write(`${line}\n`);
  for (const method of asked) {
    const end = Date.now() + (60_000 * minutes) / asked.length;
    const outOfTime = () => Date.now() > end;
    if (method === 'rates')
      result.rates = await measureRates({ ask, known, units: readUnits(truth), until, outOfTime, say });
    else
      result[method] = await measureMethod(method, {
        ask,
        outbreaks,
        known,
        span: { from: since, to: until },
        quiet,
        outOfTime,
        say,
      });
    process.stdout.write(`${JSON.stringify({ method, ...result[method]?.summary })}\n`);
    if (out) writeFileSync(out, `${JSON.stringify(result, null, 1)}\n`);
  }
}

await new Command('pnpm judge-truth')
  .description(
    'Asks hot spots, clusters, alarms and rates of a running API for what a synthetic history is known to hold, and for nothing.',
  )
  .requiredOption('--url <url>', 'where the API listens')
  .requiredOption('--truth <file>', 'truth.json beside the files of the history that is loaded')
  .option('--since <day>', 'outbreaks and quiet questions from here on', '2023-02-15')
  .option('--until <day>', '… and before this day', '2024-12-01')
  .option('--quiet <number>', 'questions about nothing, for each method', positive, 40)
  .option('--minutes <number>', 'time to take, shared evenly', positive, 60)
  .option('--methods <names>', methods.join(', '), chosen, [...methods])
  .option('--out <file>', 'every answer as JSON')
  .action(run)
  .parseAsync();
