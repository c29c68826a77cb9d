/**
 * The embedded server: a process of its own around the engine's library, started by whoever needs the
 * database first. It lives as long as somebody holds a lease (an open connection to its lease port, which the
 * operating system closes even when the holder is killed) and ends by itself soon after the last one is gone.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { DataType, load, open } from 'ffi-rs';
import { claimEngine } from './claim-engine.ts';
import { configureEngine } from './engine-configuration.ts';
import {
  engineFiles,
  engineKeyHeader,
  engineUser,
  exitInUse,
  removeNotice,
  writeNotice,
} from './engine-files.ts';
import { guardDisk } from './guard-disk.ts';
import { mendEngineFiles } from './mend-files.ts';
import { engineLibrary } from './platform.ts';
import { yieldToOthers } from './yield-to-others.ts';

const [dataDir = '', memory = '0'] = process.argv.slice(2);
const secret = randomBytes(24).toString('hex');
const secondsWithoutLease = { atFirst: 30, later: 1 };

const listening = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Ends the engine through its own handler of SIGTERM. */
function stop(): void {
  removeNotice(dataDir);
  process.kill(process.pid, 'SIGTERM');
}

function leases(): Server {
  const holders = new Set<Socket>();
  let deadline = setTimeout(stop, secondsWithoutLease.atFirst * 1000);
  const release = (socket: Socket) => {
    if (!holders.delete(socket) || holders.size > 0) return;
    deadline = setTimeout(stop, secondsWithoutLease.later * 1000);
  };
  return createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('close', () => release(socket));
    socket.once('data', (said) => {
      if (said.toString().trim() !== secret) return socket.destroy();
      clearTimeout(deadline);
      holders.add(socket);
      socket.write('ok\n');
      return undefined;
    });
  });
}

const ask = (port: number, sql: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    body: sql,
    headers: { [engineKeyHeader]: secret, 'X-ClickHouse-User': engineUser, 'X-ClickHouse-Key': secret },
  });

async function answers(port: number): Promise<boolean> {
  try {
    return (await ask(port, 'SELECT 1')).ok;
  } catch {
    return false;
  }
}

if (!(await claimEngine(dataDir))) process.exit(exitInUse);
mendEngineFiles(engineFiles(dataDir).database);
const httpPort = await freePort();
const engineArguments = configureEngine(dataDir, httpPort, secret, Number(memory));
open({ library: 'engine', path: engineLibrary() });
void load({
  library: 'engine',
  funcName: 'chdb_query_cmdline',
  retType: DataType.I64,
  paramsType: [DataType.I32, DataType.StringArray],
  paramsValue: [engineArguments.length, engineArguments],
  runInNewThread: true,
}).then(() => process.exit(1));

for (let waited = 0; !(await answers(httpPort)); waited += 50) {
  if (waited > 120_000) process.exit(1);
  await new Promise((resolve) => setTimeout(resolve, 50));
}
const leasePort = await listening(leases());
guardDisk(dataDir, (sql) => ask(httpPort, sql));
yieldToOthers((sql) => ask(httpPort, sql));
writeNotice(dataDir, { pid: process.pid, httpPort, leasePort, secret });
