import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const programs = {
  start: '../../start/src/cli.ts',
  ingest: '../../ingest/src/cli.ts',
  synthesize: '../../synthetic/src/cli.ts',
} as const;

/** A command of the project, run as a process of its own, as a user would. */
export interface Child {
  process: ChildProcess;
  /** Everything it said on standard output. */
  output: Promise<string>;
  /** Most memory it held at once, in bytes, as far as this machine tells; 0 where it does not. */
  peakMemory(): number;
  /** Memory it holds now, in bytes. */
  memory(): number;
  stop(): Promise<void>;
}

/** A command of the project ended badly. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}

/** One line of `/proc/<pid>/status` in bytes; 0 where there is none. */
function statusOf(pid: number | undefined, line: 'VmRSS' | 'VmHWM'): number {
  try {
    const found = new RegExp(`${line}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(found?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Starts a command of the project. */
export function runCommand(
  name: keyof typeof programs,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): Child {
  const program = fileURLToPath(new URL(programs[name], import.meta.url));
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), program, ...parameters], {
    env: { ...process.env, INIT_CWD: process.cwd(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let peak = 0;
  let [said, problems] = ['', ''];
  const watch = setInterval(() => {
    peak = Math.max(peak, statusOf(child.pid, 'VmHWM'));
  }, 100);
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    problems = (problems + chunk.toString('utf8')).slice(-4000);
  });
  const output = new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(watch);
      if (code === 0) resolve(said);
      else
        reject(
          new CommandFailed(`${name} ended with ${code}: ${problems.trim().split('\n').slice(-5).join(' ')}`),
        );
    });
  });
  output.catch(() => undefined);
  return {
    process: child,
    output,
    peakMemory: () => peak,
    memory: () => statusOf(child.pid, 'VmRSS'),
    stop: async () => {
      if (child.exitCode === null) child.kill('SIGTERM');
      await output.catch(() => undefined);
    },
  };
}
