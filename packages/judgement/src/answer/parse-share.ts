import { InvalidQuestion, parseText, type RawParameters } from '@hotline-atlas/model';

/**
 * A share within bounds.
 * @throws InvalidQuestion naming what was sent and what is understood
 */
export function parseShare(
  raw: RawParameters,
  name: string,
  standard: number,
  least: number,
  most: number,
): number {
  const sent = parseText(raw, name);
  if (sent === undefined) return standard;
  const value = Number(sent);
  if (!/^0?\.\d{1,6}$/.test(sent) || value < least || value > most)
    throw new InvalidQuestion(name, sent, `send a number from ${least} to ${most}, for example ${standard}`);
  return value;
}
