/**
 * People of several scopes ask the same questions in parallel for a minute, and nothing crosses. It is
 * `test/engine/scopeInParallel.test.ts` for longer; with `--attacks` and `--questions` also the two beside it.
 *
 *     node --import tsx test/trial/scopes-in-parallel.ts --seconds 60 --attacks 5000 --questions 400
 */
import { spawnSync } from 'node:child_process';
import { Command } from 'commander';

interface Options {
  seconds: string;
  attacks?: string;
  questions?: string;
}

const limit = String(3_600_000);

/** Runs a test file with what makes it a trial. */
function run(file: string, environment: Record<string, string>): void {
  const parameters = ['vitest', 'run', '--project', 'engine', `test/engine/${file}`, '--testTimeout', limit];
  const { status } = spawnSync('npx', parameters, {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  if (status !== 0) process.exitCode = 1;
}

new Command('scopes-in-parallel')
  .description('People of several scopes ask the same questions in parallel, and nothing crosses.')
  .option('--seconds <number>', 'how long they ask', '60')
  .option('--attacks <number>', 'tries to see more, of each of three people')
  .option('--questions <number>', 'random questions, of each of some scopes')
  .action(({ seconds, attacks, questions }: Options) => {
    run('scopeInParallel.test.ts', { TRIAL_SECONDS: seconds });
    if (attacks) run('scopeAttacks.test.ts', { TRIAL_ATTACKS: attacks });
    if (questions) run('scopeAsIfAlone.test.ts', { TRIAL_QUESTIONS: questions });
  })
  .parse();
