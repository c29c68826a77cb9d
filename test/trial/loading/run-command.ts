import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { InputFile } from '@hotline-atlas/ingest';

/** No run takes so long, in milliseconds, unless it hangs. */
const patience = 120_000;

/** A command of the project as a user runs it. */
export interface Run {
  child: ChildProcess;
  said: () => string;
  end: Promise<number | null>;
}

/** Runs a program of the project; ends it when it seems to hang. */
export function run(program: string, parameters: string[], environment: Record<string, string>): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CALLER_KEY: '0123456789abcdef'.repeat(2), ...environment },
  });
  let said = '';
  const keep = (chunk: Buffer) => {
    said += chunk;
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const impatient = setTimeout(() => child.kill('SIGKILL'), patience);
  const end = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, said: () => said, end: end.finally(() => clearTimeout(impatient)) };
}

/** Loads files. */
export const ingestRun = (files: readonly InputFile[], source: string, dataDir: string): Run =>
  run('packages/ingest/src/cli.ts', ['--source', source, ...files.map(({ path }) => path)], {
    DATA_DIR: dataDir,
  });

/** Starts API and dashboard, and waits until they answer. */
export async function startApi(dataDir: string, port: number): Promise<Run & { url: string }> {
  const api = run('packages/start/src/cli.ts', [], { DATA_DIR: dataDir, PORT: String(port) });
  const url = `http://127.0.0.1:${port}`;
  while (api.child.exitCode === null) {
    const response = await fetch(`${url}/api/health`).catch(() => null);
    if (response?.ok) return { ...api, url };
    await pause(200);
  }
  throw new Error(api.said());
}
