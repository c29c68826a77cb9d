/** `pnpm trial` lists the trials; `pnpm trial <name> …` runs one with what follows. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('trial', import.meta.url));

/** The first sentence of the comment on top of a file. */
function aboutOf(file: string): string {
  const [, comment = ''] = /^\/\*\*(.*?)\*\//s.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
  const text = comment
    .replace(/^\s*\* ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  return /^.*?[.:](?= |$)/.exec(text)?.[0].replace(/:$/, '.') ?? text;
}

const trials = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ name: basename(file, '.ts'), file }));

const list = (): string => trials.map(({ name, file }) => `  ${name.padEnd(20)}${aboutOf(file)}`).join('\n');

/** Runs a trial in this terminal; its exit code is that of this command. */
function run(file: string, parameters: readonly string[]): void {
  const child = spawn(process.execPath, ['--import', 'tsx', join(folder, file), ...parameters], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

const [name, ...parameters] = process.argv.slice(2);
const chosen = trials.find((trial) => trial.name === name);
if (chosen) run(chosen.file, parameters);
else {
  const unknown = name === undefined ? '' : `There is no trial “${name}”. `;
  process.stdout.write(`${unknown}pnpm trial <name> [options], of:\n${list()}\n`);
  if (name !== undefined) process.exitCode = 1;
}
