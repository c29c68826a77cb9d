import { randomBytes } from 'node:crypto';
import {
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { contend, type Flag, type Flags } from '@hotline-atlas/machine';

const prefix = 'store.claim.';
const beatEvery = 2000;
/** A claim of a machine that cannot be looked into is left after so many milliseconds of silence. */
const staleAfter = 20_000;

/** The processes among which a number means one process: a machine, or a container of it. */
function ownProcesses(): string {
  try {
    return readlinkSync('/proc/self/ns/pid').replace(/\D/g, '');
  } catch {
    return '0';
  }
}

const ownHost = hostname().replace(/[^\w-]/g, '_');

/** Whether a process of this machine is a store that still runs. */
function isStore(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('store-process');
  } catch {
    return true;
  }
}

function silenceOf(file: string): number {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

/** A claim, and whether its process is one of this machine. */
interface Claim extends Flag {
  isHere: boolean;
}

/** A claim as its name says: when, by which process, where. */
function claimOf(folder: string, name: string): Claim {
  const [, , , pid = '', host = '', processes = ''] = name.split('.');
  const isHere = host === ownHost && processes === ownProcesses();
  const isOwn = isHere && Number(pid) === process.pid;
  const left = isHere ? !isOwn && !isStore(Number(pid)) : silenceOf(join(folder, name)) > staleAfter;
  return { name, holder: `process ${pid} on ${host}`, left, isHere };
}

const claimsIn = (folder: string): Claim[] =>
  readdirSync(folder)
    .filter((file) => file.startsWith(prefix))
    .sort()
    .map((name) => claimOf(folder, name));

const flagsOf = (folder: string): Flags => ({
  raise: async () => {
    const name = `${prefix}${Date.now()}.${process.pid}.${ownHost}.${ownProcesses()}.${randomBytes(8).toString('hex')}`;
    writeFileSync(join(folder, name), '', { mode: 0o600, flag: 'wx' });
    return name;
  },
  lower: async (name) => rmSync(join(folder, name), { force: true }),
  up: async () => claimsIn(folder),
  pause: () => new Promise((resolve) => setTimeout(resolve, 20)),
});

/** Who holds the folder of a store, and whether that is a process of this machine; null: nobody. */
export const storeHolder = (folder: string): Pick<Claim, 'holder' | 'isHere'> | null =>
  claimsIn(folder).find(({ left }) => !left) ?? null;

/**
 * Claims the folder for this process: two engines on one folder would destroy it, without a word. The claim
 * is a file with the process and the machine in its name and a heartbeat.
 * @param lost called when another machine took a claim away that was silent for too long
 * @returns what gives the claim back; null where another holds the folder
 */
export async function claimStore(folder: string, lost: () => void): Promise<(() => void) | null> {
  const outcome = await contend(flagsOf(folder));
  if ('lost' in outcome) return null;
  const file = join(folder, outcome.won);
  const beat = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date());
    } catch {
      lost();
    }
  }, beatEvery);
  beat.unref();
  return () => {
    clearInterval(beat);
    rmSync(file, { force: true });
  };
}
