import { randomBytes } from 'node:crypto';

/** Two halves of a key of 128 bits as ClickHouse takes them: decimal numbers of 64 bits. */
export type KeyHalves = readonly [string, string];

/** @param key 32 hexadecimal digits */
export const keyHalves = (key: string): KeyHalves => [
  BigInt(`0x${key.slice(0, 16)}`).toString(),
  BigInt(`0x${key.slice(16, 32)}`).toString(),
];

/** A key that nobody keeps: what is hashed with it can be told apart, and not told whose it is. */
export const passingKey = (): KeyHalves => keyHalves(randomBytes(16).toString('hex'));
