/**
 * Kills the store in the middle of writes, again and again: nothing that was acknowledged may be lost, and
 * nothing may be half there. PGlite's process is killed, or a process of PostgreSQL that answers.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openStore, StoreUnreachable } from '@hotline-atlas/store';
import {
  answeringProcess,
  openTestStore,
  type StoreKind,
  startAnother,
  startStoreProcess,
  storeKinds,
  type TestStore,
} from '@hotline-atlas/store/testing';
import { Command, Option } from 'commander';
import { checkViews } from './store/check-views.ts';
import { Writer } from './store/writers.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

function found(wrong: readonly string[]): void {
  for (const line of wrong) say(`WRONG: ${line}`);
  if (wrong.length > 0) process.exitCode = 1;
}

/** Asks until the store answers. */
async function untilAnswered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  const began = Date.now();
  for (;;)
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof StoreUnreachable) || Date.now() - began > 120_000) throw error;
      await setTimeout(50);
    }
}

/** Kills whoever answers, at a random moment; every fourth time again while the store comes back. */
async function kill(store: TestStore, turn: number): Promise<void> {
  await setTimeout(100 + Math.random() * 1500);
  const pid = await untilAnswered(() => answeringProcess(store));
  process.kill(pid, 'SIGKILL');
  if (turn % 4 !== 3) return;
  await setTimeout(Math.random() * 800);
  const next = await answeringProcess(store).catch(() => 0);
  if (next > 0 && next !== pid) process.kill(next, 'SIGKILL');
}

async function killed(kind: StoreKind, kills: number): Promise<void> {
  const store = await openTestStore(kind);
  const stopping = new AbortController();
  const writers = [1, 2, 3, 4].map((number) => new Writer(store, `writer ${number}`));
  const writing = Promise.all(writers.map((writer) => writer.run(stopping.signal)));
  for (let turn = 0; turn < kills; turn++) {
    await kill(store, turn);
    const began = Date.now();
    await untilAnswered(() => store.database.selectFrom('view').select('id').limit(1).execute());
    const took = Date.now() - began;
    const acknowledged = writers.reduce((sum, writer) => sum + writer.acknowledged, 0);
    say(`${kind}, kill ${turn + 1}: answers after ${took} ms; ${acknowledged} writes acknowledged`);
  }
  stopping.abort();
  await writing;
  const written = writers.flatMap(({ views }) => views);
  const unanswered = writers.reduce((sum, writer) => sum + writer.unanswered, 0);
  say(`${kind}: ${written.length} views written, ${unanswered} writes without an answer`);
  found(await untilAnswered(() => checkViews(store, written)));
  if (kind === 'PGlite') await startTwice(store);
  await store.close();
}

async function startTwice({ place: { folder } }: TestStore): Promise<void> {
  const { code, holder } = await startAnother(folder);
  say(`a second process on the same folder ended with ${code}; it is held by ${holder}`);
  if (code !== 75 || !holder) found(['two processes opened one folder']);
}

/** Kills a process that makes an empty store, then opens it. */
async function killedWhileMade(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-store-'));
  for (const moment of [300, 900, 1500]) {
    const child = startStoreProcess(folder);
    const ended = once(child, 'exit');
    await setTimeout(moment);
    child.kill('SIGKILL');
    await ended;
  }
  const store = openStore({ url: null, folder });
  await store.ready();
  say('killed three times while it was made, and opened');
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

interface Options {
  kills: number;
  kind?: StoreKind;
}

await new Command('kill-store')
  .option('--kills <number>', 'how often', Number, 20)
  .addOption(new Option('--kind <kind>', 'one kind of store only').choices([...storeKinds]))
  .action(async ({ kills, kind }: Options) => {
    if (kind !== 'PostgreSQL') await killedWhileMade();
    for (const one of kind ? [kind] : storeKinds) await killed(one, kills);
    say(process.exitCode ? 'NOT right' : 'nothing was lost, nothing is half there');
  })
  .parseAsync();
