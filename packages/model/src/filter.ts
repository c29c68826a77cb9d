import type { DimensionName } from './dimensions.ts';

/** One condition on a dimension: its value is one of `values`, or none of them. */
export interface Clause {
  dimension: DimensionName;
  exclude: boolean;
  values: readonly string[];
}

const special = /[\\,]/g;

const escaped = (value: string, isFirst: boolean): string => {
  const kept = value.replace(special, (character) => `\\${character}`);
  return isFirst && kept.startsWith('!') ? `\\${kept}` : kept;
};

/**
 * `topic1:housing,transport` or `channel:!phone`. Commas and backslashes inside a value are escaped with `\`,
 * and so is an exclamation mark that begins the first. The inverse of {@link splitClause} for every text.
 */
export const encodeClause = ({ dimension, exclude, values }: Clause): string =>
  `${dimension}:${exclude ? '!' : ''}${values.map((value, index) => escaped(value, index === 0)).join(',')}`;

/** Values with commas between them; a character after `\` stands for itself, and so does a `\` at the end. */
function splitValues(list: string): string[] {
  const values = [''];
  for (let at = 0; at < list.length; at++) {
    const isEscape = list[at] === '\\' && at + 1 < list.length;
    if (isEscape) at++;
    if (!isEscape && list[at] === ',') values.push('');
    else values.push(`${values.pop()}${list[at]}`);
  }
  return values;
}

/** The parts of a clause as text; null where there is no `dimension:`. Names are checked by the caller. */
export function splitClause(text: string): { dimension: string; exclude: boolean; values: string[] } | null {
  const colon = text.indexOf(':');
  if (colon < 1) return null;
  const exclude = text[colon + 1] === '!';
  return {
    dimension: text.slice(0, colon),
    exclude,
    values: splitValues(text.slice(colon + (exclude ? 2 : 1))),
  };
}
