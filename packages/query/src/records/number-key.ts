import { createDecipheriv, createHmac } from 'node:crypto';
import type { Scope } from '@hotline-atlas/model';
import { bind, type Sql, sql } from '../sql/sql.ts';
import type { RecordSelection } from './selected.ts';

/** What the numbers of appeals are sealed with. */
export interface NumberKey {
  /** Of AES-256, in hexadecimal digits. */
  key: string;
  /** Two halves of a key of SipHash, from which nonces follow: whole numbers of 64 bits, as texts. */
  nonces: readonly [string, string];
}

const [nonceBytes, tagBytes] = [12, 16];

/** No appeal has it: rows without a number are rejected. */
const noAppeal = '';

/**
 * The key numbers are sealed with for whoever may not read texts; null where they are shown as the source
 * gave them. A number is what other people, and the source's own system, find an appeal by. Sealed numbers of
 * two projects cannot be joined.
 * @param secret of the server; neither it nor the key is logged, cached or written into a statement
 */
export function numberKeyOf(
  { texts, callers }: Pick<Scope, 'texts' | 'callers'>,
  secret: Buffer,
): NumberKey | null {
  if (texts) return null;
  const derived = (purpose: string) =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['numbers', purpose, callers]))
      .digest();
  const nonces = derived('nonces');
  return {
    key: derived('key').toString('hex'),
    nonces: [String(nonces.readBigUInt64LE(0)), String(nonces.readBigUInt64LE(8))],
  };
}

/**
 * A number, sealed by AES-256-GCM. The nonce follows from the number, so that an appeal has the same one
 * everywhere in a project (as SIV does, RFC 5297).
 */
export function sealedNumber(id: Sql, { key, nonces: [first, second] }: NumberKey): Sql {
  const halves = sql`(${bind('secret_number_0', 'UInt64', first)}, ${bind('secret_number_1', 'UInt64', second)})`;
  const nonce = sql`substring(sipHash128Keyed(${halves}, ${id}), 1, ${bind('nonce_bytes', 'UInt8', nonceBytes)})`;
  const secret = sql`unhex(${bind('secret_number_key', 'String', key)})`;
  return sql`base64URLEncode(concat(${nonce}, encrypt('aes-256-gcm', ${id}, ${secret}, ${nonce})))`;
}

function openedNumber(sent: string, { key }: NumberKey): string {
  const bytes = Buffer.from(sent, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'hex'), bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  }).setAuthTag(bytes.subarray(-tagBytes));
  const text = decipher.update(bytes.subarray(nonceBytes, -tagBytes));
  return Buffer.concat([text, decipher.final()]).toString('utf8');
}

/**
 * A selection with the number the source gave, where it names an appeal by a sealed one. Numbers that were
 * not sealed for whoever sends them name no appeal.
 */
export function withSourceNumber(selection: RecordSelection, numberKey: NumberKey | null): RecordSelection {
  const { id } = selection;
  if (id === undefined || numberKey === null) return selection;
  try {
    return { ...selection, id: openedNumber(id, numberKey) };
  } catch {
    return { ...selection, id: noAppeal };
  }
}
