/**
 * The messages of PostgreSQL's protocol, as far as a server that passes them on has to know them.
 * https://www.postgresql.org/docs/current/protocol-message-formats.html
 */

const sslRequest = 80877103;
const gssRequest = 80877104;
const cancelRequest = 80877102;

/** A message is at most so long, in bytes: far more than anything that is kept. */
const longest = 64 * 1024 * 1024;

/** What a client sent is no message. */
class NotAMessage extends Error {
  override readonly name = 'NotAMessage';
}

/** The first message of a connection. */
type Opening = 'encryption' | 'cancel' | 'startup';

/** What a client sends, cut into messages. */
export interface MessageReader {
  add(bytes: Buffer): void;
  /** The next message of a connection that has not begun yet; null while it is not whole. */
  opening(): Opening | null;
  /** The next message with its type; null while it is not whole. */
  message(): { type: string; bytes: Buffer } | null;
}

function openingOf(bytes: Buffer): Opening {
  const code = bytes.readInt32BE(4);
  if (code === sslRequest || code === gssRequest) return 'encryption';
  return code === cancelRequest ? 'cancel' : 'startup';
}

/** @throws NotAMessage when a length cannot be one */
export function createMessageReader(): MessageReader {
  let held: Buffer = Buffer.alloc(0);
  /** Takes what begins with a length that counts itself but not the `before` bytes ahead of it. */
  const take = (before: number): Buffer | null => {
    if (held.length < before + 4) return null;
    const length = held.readInt32BE(before);
    if (length < 4 || length > longest) throw new NotAMessage(`a message of ${length} bytes`);
    if (held.length < before + length) return null;
    const taken = held.subarray(0, before + length);
    held = held.subarray(before + length);
    return taken;
  };
  return {
    add: (bytes) => {
      held = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
    },
    opening: () => {
      const bytes = take(0);
      if (bytes && bytes.length < 8) throw new NotAMessage('an opening without a code');
      return bytes && openingOf(bytes);
    },
    message: () => {
      const bytes = take(1);
      return bytes && { type: String.fromCharCode(bytes[0] ?? 0), bytes };
    },
  };
}

function encode(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(5);
  head.write(type, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};

const text = (value: string): Buffer => Buffer.from(`${value}\0`, 'utf8');

const ready = (status: string): Buffer => encode('Z', Buffer.from(status, 'latin1'));

/** No encryption: the socket is in a folder of its user. */
export const notEncrypted = Buffer.from('N', 'latin1');

/** The welcome to a connection: signed in, parameters, ready. */
export const welcome = (serverVersion: string): Buffer =>
  Buffer.concat([
    encode('R', int32(0)),
    ...Object.entries({
      server_version: serverVersion,
      server_encoding: 'UTF8',
      client_encoding: 'UTF8',
      DateStyle: 'ISO, MDY',
      integer_datetimes: 'on',
      standard_conforming_strings: 'on',
      TimeZone: 'UTC',
    }).map(([name, value]) => encode('S', text(name), text(value))),
    encode('K', int32(process.pid), int32(0)),
    ready('I'),
  ]);

/** A failure of the server itself, with a code of PostgreSQL. */
export const failure = (code: string, message: string): Buffer =>
  Buffer.concat([
    encode('E', text('SFATAL'), text('VFATAL'), text(`C${code}`), text(`M${message}`), Buffer.from([0])),
  ]);

/** A statement as a message. */
export const query = (sql: string): Buffer => encode('Q', text(sql));

/** Whether an answer of the engine leaves a transaction open: its last message says so. */
export const leavesTransaction = (answer: Uint8Array): boolean => {
  const status = String.fromCharCode(answer.at(-1) ?? 0);
  return status === 'T' || status === 'E';
};
