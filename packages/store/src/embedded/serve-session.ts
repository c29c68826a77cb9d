import { createServer, type Server, type Socket } from 'node:net';
import { createMessageReader, failure, type MessageReader, notEncrypted, welcome } from './messages.ts';
import { type Session, shareSession } from './session.ts';

/** Messages that are passed on. Copying and cursors by portal are not: nobody here needs them. */
const passedOn = new Set('QPBDECS');
/** After these the engine answers that it is ready. */
const ends = new Set('QS');

/** The engine would wait for rows to copy, with nobody to send them: it ends. */
const copiesIn = /^\s*copy\b[^;]*\bfrom\s+stdin\b/i;

const isRefused = ({ type, bytes }: { type: string; bytes: Buffer }): boolean =>
  !passedOn.has(type) || ('QP'.includes(type) && copiesIn.test(statementIn(type, bytes)));

/** The beginning of the statement of a message; behind the name of the statement where it has one. */
function statementIn(type: string, bytes: Buffer): string {
  const text = bytes.subarray(5, 2000).toString('utf8');
  return type === 'Q' ? text : text.slice(text.indexOf('\0') + 1);
}

/** Connections as a stream of requests: messages up to one after which the engine is ready. */
async function* requestsOf(socket: Socket, reader: MessageReader): AsyncGenerator<Buffer> {
  const held: Buffer[] = [];
  for await (const bytes of socket.iterator({ destroyOnReturn: false })) {
    reader.add(bytes as Buffer);
    for (let message = reader.message(); message; message = reader.message()) {
      if (message.type === 'X') return;
      if (isRefused(message)) {
        socket.write(
          failure('0A000', 'The embedded store does not take copies, nor cursors of the protocol'),
        );
        return;
      }
      held.push(message.bytes);
      if (ends.has(message.type)) yield Buffer.concat(held.splice(0));
    }
  }
}

/** Lets a connection begin. @returns whether it did */
async function welcomed(socket: Socket, reader: MessageReader, version: string): Promise<boolean> {
  for await (const bytes of socket.iterator({ destroyOnReturn: false })) {
    reader.add(bytes as Buffer);
    for (let opening = reader.opening(); opening; opening = reader.opening()) {
      if (opening === 'cancel') return false;
      if (opening === 'startup') return socket.write(welcome(version)) || true;
      socket.write(notEncrypted);
    }
  }
  return false;
}

async function serve(socket: Socket, session: Session, version: string): Promise<void> {
  const reader = createMessageReader();
  if (!(await welcomed(socket, reader, version))) return;
  for await (const request of requestsOf(socket, reader)) socket.write(await session.ask(socket, request));
}

/**
 * A server of PostgreSQL's protocol before an engine that has one session.
 * @param execute runs messages on the engine
 * @param version the engine's, as `server_version` tells it
 */
export function serveSession(
  execute: (messages: Uint8Array) => Promise<Uint8Array>,
  version: string,
): { server: Server; session: Session } {
  const session = shareSession(execute, (asker) => (asker as Partial<Socket>).destroy?.());
  const server = createServer((socket) => {
    socket.on('close', () => session.leave(socket));
    serve(socket, session, version)
      .catch(() => undefined)
      .finally(() => socket.end());
  });
  return { server, session };
}
