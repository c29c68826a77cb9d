import { writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { askAt, askKnown } from './ask.ts';
import { type Measured, type Method, measureMethod, methods } from './measure-method.ts';
import { readOutbreaks } from './truth-file.ts';

interface Options {
  url: string;
  truth: string;
  since: string;
  until: string;
  quiet: number;
  minutes: number;
  methods: Method[];
  out?: string;
}

function chosen(names: string): Method[] {
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
  const result: Partial<Record<Method, Measured>> = {};
  for (const method of asked) {
    const end = Date.now() + (60_000 * minutes) / asked.length;
    const measured = await measureMethod(method, {
      ask,
      outbreaks,
      known,
      span: { from: since, to: until },
      quiet,
      outOfTime: () => Date.now() > end,
      say: (line) => process.stderr.write(`${line}\n`),
    });
    result[method] = measured;
    process.stdout.write(`${JSON.stringify({ method, ...measured.summary })}\n`);
    if (out) writeFileSync(out, `${JSON.stringify(result, null, 1)}\n`);
  }
}

await new Command('pnpm judge-truth')
  .description(
    'Asks hot spots, clusters and alarms of a running API for what a synthetic history is known to hold, and for nothing.',
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
