import { randomBytes } from 'node:crypto';
import { InvalidQuestion } from '@hotline-atlas/model';
import { hash, verify } from '@node-rs/argon2';

const shortestPassword = 12;
export const longestPassword = 200;

/** Words that many passwords are made of: with digits and signs around them they are guessed first. */
const usual: ReadonlySet<string> = new Set([
  'password',
  'passwort',
  'passw0rd',
  'qwerty',
  'qwertyuiop',
  'administrator',
  'admin',
  'welcome',
  'letmein',
  'hotline',
  'hotlineatlas',
  'atlas',
  'iloveyou',
  'mima',
  'woaini',
  'beijing',
]);

const runs = '01234567890123456789 abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm';
const isRun = (text: string): boolean =>
  runs.includes(text) || runs.includes([...text].reverse().join('')) || /^(.{1,4})\1+.{0,3}$/u.test(text);

interface Weakness {
  reason: 'too-short' | 'too-long' | 'holds-account-name' | 'easily-guessed';
  advice: string;
}

function weaknessOf(password: string, account: string): Weakness | null {
  const plain = password.normalize('NFKC').toLowerCase();
  if ([...plain].length < shortestPassword)
    return { reason: 'too-short', advice: `use at least ${shortestPassword} characters` };
  if (password.length > longestPassword)
    return { reason: 'too-long', advice: `use at most ${longestPassword} characters` };
  if (account.length > 2 && plain.includes(account))
    return { reason: 'holds-account-name', advice: 'leave the name of the account out of it' };
  const letters = plain.replace(/[^\p{L}]/gu, '');
  if (usual.has(letters) || isRun(plain) || new Set(plain).size < 6)
    return {
      reason: 'easily-guessed',
      advice: 'use one that is harder to guess, such as four words of different kinds',
    };
  return null;
}

/** @throws InvalidQuestion when a password is too short, too long or guessed first. It is not told. */
export function checkPassword(password: string, account: string): void {
  const found = weaknessOf(password, account);
  if (found) throw new InvalidQuestion('password', '…', found.advice, [], found.reason);
}

/** Hashes passwords and compares with hashes; a test counts the work. */
export interface PasswordHashing {
  hash(password: string): Promise<string>;
  verify(asked: { hash: string; password: string }): Promise<boolean>;
}

/**
 * Argon2id (which is the default) with 19 MiB and two passes, off the event loop. Source: OWASP Password
 * Storage Cheat Sheet.
 */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const argon2id: PasswordHashing = {
  hash: (password) => hash(password.normalize('NFKC'), strength),
  verify: ({ hash: stored, password }) => verify(stored, password.normalize('NFKC')),
};

/** A password nobody knows: it lets an invited account be refused at the same cost as any other. */
export const unknownPassword = (): string => randomBytes(24).toString('base64url');
