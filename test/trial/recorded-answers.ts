/**
 * Keeps what a server answers to thousands of requests, and asks another server over the same appeals the
 * same. Most are random questions; judgements, pages, files, descriptions and refusals are asked, too. Every
 * answer that differs is listed; ends with 1 where one does.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { Command } from 'commander';
import { ask } from './recorded/ask.ts';
import { type Difference, firstDifference } from './recorded/difference.ts';
import { judgementRequests } from './recorded/judgements.ts';
import { questionRequests, togetherRequests } from './recorded/questions.ts';
import { type Entry, entryOf, readRecording, writeRecording } from './recorded/recording.ts';
import { appealRequests, exportRequests } from './recorded/records.ts';
import { fixedRequests } from './recorded/refusals.ts';
import type { RecordedAnswer, RecordedRequest } from './recorded/request.ts';
import { subjectOf } from './recorded/subject.ts';

interface Options {
  record?: string;
  check?: string;
  server: string;
  questions: number;
  seed: number;
  atOnce: number;
  only?: string;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

/** An answer that cannot be read is a difference, and no reason to ask nothing more. */
const unreadable = (cause: unknown): RecordedAnswer => ({
  status: 599,
  headers: {},
  body: String(cause).slice(0, 500),
});

/** Asks all, a few at once, in order. */
async function askAll(requests: readonly RecordedRequest[], { server, atOnce }: Options): Promise<Entry[]> {
  const entries: Entry[] = [];
  let next = 0;
  let toldAt = Date.now();
  const work = async () => {
    for (let at = next++; at < requests.length; at = next++) {
      const request = requests[at];
      if (request) entries[at] = entryOf(request, await ask(server, request).catch(unreadable));
      if (Date.now() - toldAt > 15_000) {
        toldAt = Date.now();
        process.stderr.write(`${at} of ${requests.length} asked\n`);
      }
      await turn();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return entries;
}

/** Asked on a slow machine, a heavy question may take more time than one may. */
const isTooHeavy = ({ answer }: Entry): boolean =>
  answer?.status === 422 || (Array.isArray(answer?.body) && answer.body.some(hasHeavyProblem));

/** A line of `/api/answers` that says so of one question. */
const hasHeavyProblem = (line: { problem?: { status: number } }): boolean => line.problem?.status === 422;

function summary(entries: readonly Entry[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of entries) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
}

async function historyOf(server: string) {
  const health = (await (await fetch(`${server}/api/health`)).json()) as {
    appeals: number;
    as_of: { newest_appeal: string | null } | null;
  };
  return { appeals: health.appeals, newestAppeal: health.as_of?.newest_appeal ?? null };
}

async function record(file: string, options: Options): Promise<void> {
  const { server, questions, seed } = options;
  const subject = await subjectOf(server);
  const requests = [
    ...fixedRequests,
    ...questionRequests(subject, questions, seed),
    ...togetherRequests(subject, Math.ceil(questions / 20), seed),
    ...judgementRequests(subject, seed),
    ...appealRequests(subject, seed),
    ...exportRequests(subject),
  ];
  const entries = await askAll(requests, options);
  writeRecording(file, { city: subject.city, seed, questions, ...(await historyOf(server)) }, entries);
  const unexpected = entries.filter(
    ({ kind, answer }) => kind !== 'refusals' && answer && answer.status >= 400,
  );
  for (const { path, answer } of unexpected)
    say(`${answer?.status} ${path.slice(0, 300)} ${JSON.stringify(answer?.body)}`);
  say(
    `${entries.length} answers kept: ${summary(entries)}; ${unexpected.length} of them refusals nobody meant`,
  );
}

const shown = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 200);

const told = (request: RecordedRequest, difference: Difference | null): string =>
  [
    `${request.kind}: /api/${request.path.slice(0, 600)}`,
    difference
      ? `  ${difference.path}: ${shown(difference.before)} before, ${shown(difference.now)} now`
      : '  the answer is too long to be kept, and its digest differs',
  ].join('\n');

async function check(file: string, options: Options): Promise<void> {
  const { head, entries } = readRecording(file);
  const history = await historyOf(options.server);
  if (history.appeals !== head.appeals)
    say(`The server knows ${history.appeals} appeals, and the recording is about ${head.appeals}.`);
  const recorded = entries.filter(({ kind }) => !options.only || kind === options.only);
  const requests = recorded.map(({ digest: _, answer: __, ...request }) => request);
  const now = await askAll(requests, options);
  const heavy = recorded.filter(
    (entry, index) => isTooHeavy(entry) || (now[index] && isTooHeavy(now[index])),
  );
  const differing = recorded.flatMap((entry, index) =>
    heavy.includes(entry) || entry.digest === now[index]?.digest ? [] : [{ entry, now: now[index] }],
  );
  for (const { entry, now: found } of differing.slice(0, 100))
    say(told(entry, entry.answer && found?.answer ? firstDifference(entry.answer, found.answer) : null));
  if (heavy.length > 0) say(`${heavy.length} were too heavy then or now, and are not compared.`);
  say(`${recorded.length} asked again: ${summary(recorded)}`);
  say(
    differing.length === 0
      ? 'Every answer is equal.'
      : `${differing.length} DIFFER: ${summary(differing.map(({ entry }) => entry))}`,
  );
  if (differing.length > 0) process.exitCode = 1;
}

async function trial(options: Options): Promise<void> {
  if (options.record !== undefined) return record(options.record, options);
  if (options.check !== undefined) return check(options.check, options);
  throw new Error('Send --record FILE or --check FILE.');
}

await new Command('recorded-answers')
  .description('Keeps the answers of a server, or compares those of another server with them.')
  .option('--record <file>', 'keep what the server answers')
  .option('--check <file>', 'compare what the server answers with what was kept')
  .requiredOption('--server <url>', 'address of a running server')
  .option('--questions <number>', 'questions of /api/query to record', Number, 2000)
  .option('--seed <number>', 'what the random questions are drawn from', Number, 1)
  .option('--at-once <number>', 'requests at once', Number, 3)
  .option('--only <kind>', 'check one kind of answer')
  .action(trial)
  .parseAsync();
