import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { socketIn } from './store-files.ts';

/** Longer paths of sockets are cut off or refused by the operating system. */
const longest = 100;

async function listenIn(server: Server, sockets: string): Promise<void> {
  if (socketIn(sockets).length > longest) throw new Error('the path is too long for a socket');
  mkdirSync(sockets, { recursive: true, mode: 0o700 });
  chmodSync(sockets, 0o700);
  rmSync(socketIn(sockets), { force: true });
  server.listen(socketIn(sockets));
  await once(server, 'listening');
}

/**
 * Listens on a socket in a folder that is closed to others.
 * @param wanted the folder; another is taken where its path is too long, or its disk knows no sockets
 * @returns the folder that was taken
 */
export async function listenOnSocket(server: Server, wanted: string): Promise<string> {
  try {
    await listenIn(server, wanted);
    return wanted;
  } catch {
    const other = mkdtempSync(join(tmpdir(), 'hotline-atlas-store-'));
    await listenIn(server, other);
    return other;
  }
}
