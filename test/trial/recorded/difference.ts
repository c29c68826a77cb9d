/** Where two values first differ. */
export interface Difference {
  path: string;
  before: unknown;
  now: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The first difference of two JSON values; null where they are equal to the last digit. */
export function firstDifference(before: unknown, now: unknown, path = ''): Difference | null {
  if (!isObject(before) || !isObject(now) || Array.isArray(before) !== Array.isArray(now))
    return Object.is(before, now) ? null : { path, before, now };
  for (const name of new Set([...Object.keys(before), ...Object.keys(now)])) {
    const found = firstDifference(
      before[name],
      now[name],
      Array.isArray(before) ? `${path}[${name}]` : `${path}.${name}`,
    );
    if (found) return found;
  }
  return null;
}
