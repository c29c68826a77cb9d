import type { z } from 'zod';
import { ConfigurationError } from './configuration-error.ts';

const isSecret = (name: string): boolean => /(KEY|PASSWORD|SECRET|TOKEN)$/.test(name);

/**
 * What may be told of a value that is wrong: of a secret its length, of an address its scheme, for a password
 * may stand in it.
 */
function shown(name: string, value: string): string {
  if (isSecret(name)) return `(${value.length} characters, not shown)`;
  const [scheme] = /^[a-z][a-z0-9+.-]*:\/\//i.exec(value) ?? [];
  return name.endsWith('_URL') || scheme ? `${scheme ?? ''}… (not shown)` : value;
}

/**
 * Variables of the environment in the shape they must have. Empty values count as not set.
 * @throws ConfigurationError naming every wrong variable, what it holds (of secrets nothing) and what it
 *   should be
 */
export function readEnvironment<Shape extends z.ZodType>(
  shape: Shape,
  environment: Record<string, string | undefined>,
): z.output<Shape> {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = shape.safeParse(set);
  if (result.success) return result.data;
  const wrong = result.error.issues.map(({ path: [name], message }) => {
    const variable = String(name);
    return `${variable}=${shown(variable, set[variable] ?? '')} should be ${message}`;
  });
  throw new ConfigurationError(wrong.join('; '));
}
