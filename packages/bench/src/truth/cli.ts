import { writeFileSync } from 'node:fs';
import { type LocalDate, shift } from '@hotline-atlas/model';
import { Command } from 'commander';
import { type Ask, askAt, type Found } from './ask.ts';
import { findByAlarms, quietAlarms } from './find-alarms.ts';
import { findByClusters, quietClusters } from './find-clusters.ts';
import { findByHotspots, quietHotspots } from './find-hotspots.ts';
import { recallOf } from './summary.ts';
import { type Outbreak, readOutbreaks } from './truth-file.ts';

interface Options {
  url: string;
  truth: string;
  since: string;
  quiet: string;
  minutes: string;
  methods: string;
  out?: string;
}

const methods = ['hotspots', 'clusters', 'alarms'] as const;
type Method = (typeof methods)[number];

/** Days spread over a span, none within two months of an outbreak of the topic where one is named. */
function quietDays(
  count: number,
  since: LocalDate,
  to: LocalDate,
  all: readonly Outbreak[],
  topic?: string,
): LocalDate[] {
  const length = Math.round((Date.parse(to) - Date.parse(since)) / 86_400_000);
  const days = Array.from({ length: count }, (_, index) =>
    shift(since, 'day', Math.floor(((index + 0.5) / count) * length)),
  );
  return days.filter((day) =>
    all.every(
      ({ topic: own, first_day, last_day }) =>
        own !== topic || day < shift(first_day, 'day', -60) || day > shift(last_day, 'day', 390),
    ),
  );
}

const find: Record<Method, (ask: Ask, outbreak: Outbreak, all: readonly Outbreak[]) => Promise<Found>> = {
  hotspots: findByHotspots,
  clusters: findByClusters,
  alarms: findByAlarms,
};

async function askQuietly(
  method: Method,
  ask: Ask,
  outbreaks: readonly Outbreak[],
  count: number,
  since: LocalDate,
  until: () => boolean,
) {
  const to = outbreaks.at(-1)?.last_day ?? since;
  const topics = [...new Set(outbreaks.map(({ topic }) => topic))];
  const found: Found[] = [];
  for (const [index, day] of quietDays(count, since, to, outbreaks).entries()) {
    if (until()) break;
    const topic = topics[index % topics.length] ?? '';
    if (method === 'alarms')
      found.push(await quietAlarms(ask, day, index % 2 === 0 ? 'day' : 'week', outbreaks));
    if (method === 'hotspots') found.push(await quietHotspots(ask, topic, day, outbreaks));
    if (method === 'clusters') found.push(await quietClusters(ask, topic, day, outbreaks));
  }
  return found;
}

async function run({ url, truth, since, quiet, minutes, methods: chosen, out }: Options): Promise<void> {
  const ask = askAt(url);
  const outbreaks = readOutbreaks(truth);
  const asked = outbreaks.filter(({ first_day }) => first_day >= since);
  const result: Record<string, unknown> = {};
  const asking = methods.filter((method) => chosen.split(',').includes(method));
  for (const method of asking) {
    const end = Date.now() + (60_000 * Number(minutes)) / asking.length;
    const until = () => Date.now() > end;
    const nothing = await askQuietly(method, ask, outbreaks, Number(quiet), since, until);
    const planted: Found[] = [];
    for (const outbreak of asked) {
      if (until()) break;
      planted.push(await find[method](ask, outbreak, outbreaks));
    }
    result[method] = { ...recallOf(planted, nothing), answers: planted, quiet_answers: nothing };
    process.stdout.write(`${JSON.stringify({ method, ...recallOf(planted, nothing) })}\n`);
  }
  if (out) writeFileSync(out, `${JSON.stringify(result, null, 1)}\n`);
}

await new Command('pnpm judge-truth')
  .description(
    'Asks hot spots, clusters and alarms of a running API for what a synthetic history is known to hold.',
  )
  .requiredOption('--url <url>', 'where the API listens')
  .requiredOption('--truth <file>', 'truth.json beside the files of the history that is loaded')
  .option('--since <day>', 'outbreaks and quiet days from here on', '2021-01-01')
  .option('--quiet <number>', 'questions about nothing', '30')
  .option('--minutes <number>', 'time to take', '30')
  .option('--methods <names>', methods.join(', '), methods.join())
  .option('--out <file>', 'every answer as JSON')
  .action(run)
  .parseAsync();
