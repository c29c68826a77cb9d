/** A number with as many decimals as are worth sending; null where it cannot be said. */
export function rounded(value: number | undefined, decimals = 3): number | null {
  if (value === undefined || !Number.isFinite(value)) return null;
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}

/** A probability to four significant digits; null where it cannot be said. */
export const probability = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : Number(value.toPrecision(4));

/** A whole number of 32 bits from a text (FNV-1a): the same text gives the same seed everywhere. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
