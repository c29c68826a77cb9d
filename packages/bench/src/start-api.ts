import { createServer } from 'node:net';
import { type Child, CommandFailed, runCommand } from './child.ts';

/** An API to measure. */
export interface Api {
  url: string;
  /** Its process, where the bench started it. */
  child: Child | null;
  stop(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function isReady(url: string, appeals: number): Promise<boolean> {
  const response = await fetch(`${url}/api/health`).catch(() => null);
  if (!response?.ok) return false;
  const { appeals: loaded } = (await response.json()) as { appeals: number };
  return loaded >= appeals;
}

/** The API that already runs at an address. */
export const foundApi = (url: string): Api => ({ url, child: null, stop: async () => undefined });

/**
 * Starts `pnpm start` on a port of its own, as it is, dashboard included, and waits until it holds the
 * appeals wanted.
 * @param whileStarting gets what must be stopped if that is interrupted
 * @param appeals makes and loads a history of this size where the data folder holds less; 0 takes what is
 *   there
 */
export async function startApi(
  appeals: number,
  say: (line: string) => void,
  whileStarting: (api: Api) => void,
): Promise<Api> {
  const port = await freePort();
  const parameters = ['--beside', '--appeals', String(Math.max(1, appeals))];
  const child = runCommand('start', parameters, { PORT: String(port), HOST: '127.0.0.1' });
  const url = `http://127.0.0.1:${port}`;
  const api: Api = { url, child, stop: () => child.stop() };
  whileStarting(api);
  let ended: string | null = null;
  child.output.then(
    () => {
      ended = 'it ended';
    },
    (error: Error) => {
      ended = error.message;
    },
  );
  if (appeals > 0)
    say(`starting; where the data folder holds fewer than ${appeals} appeals, they are made and loaded`);
  while (!(await isReady(url, appeals))) {
    if (ended !== null) throw new CommandFailed(`The API did not start: ${ended}`);
    await pause(200);
  }
  return api;
}
