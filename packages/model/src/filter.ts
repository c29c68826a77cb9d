import type { DimensionName } from './dimensions.ts';

/** One condition on a dimension: its value is one of `values`, or none of them. */
export interface Clause {
  dimension: DimensionName;
  exclude: boolean;
  values: readonly string[];
}

const special = /[\\,]/g;

/** `topic1:housing,transport` or `channel:!phone`; commas and backslashes inside a value are escaped with `\`. */
export function encodeClause({ dimension, exclude, values }: Clause): string {
  const escaped = values.map((value) => value.replace(special, (character) => `\\${character}`));
  return `${dimension}:${exclude ? '!' : ''}${escaped.join(',')}`;
}

/** The parts of a clause as text; null where there is no `dimension:`. Names are checked by the caller. */
export function splitClause(text: string): { dimension: string; exclude: boolean; values: string[] } | null {
  const colon = text.indexOf(':');
  if (colon < 1) return null;
  const exclude = text[colon + 1] === '!';
  const list = text.slice(colon + (exclude ? 2 : 1));
  const values = (list.match(/(?:\\.|[^\\,])+|(?<=^|,)(?=,|$)/gs) ?? ['']).map((value) =>
    value.replace(/\\(.)/gs, '$1'),
  );
  return { dimension: text.slice(0, colon), exclude, values };
}
