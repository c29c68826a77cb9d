import { createHash } from 'node:crypto';
import { rounded } from './summary.ts';

/** How fast one core of the machine was when a part of a run began. */
export interface Pace {
  part: string;
  /**
   * Hashed by one core; on a shared machine it changes by half within minutes, and with it everything
   * measured.
   */
  megabytes_per_second: number;
}

const megabytes = 192;
const block = Buffer.alloc(2 ** 20, 'pace');

/** Hashes for some tenths of a second. */
export function takePace(part: string): Pace {
  const began = performance.now();
  const hash = createHash('sha256');
  for (let count = 0; count < megabytes; count++) hash.update(block);
  hash.digest();
  return { part, megabytes_per_second: rounded((1000 * megabytes) / (performance.now() - began)) };
}
