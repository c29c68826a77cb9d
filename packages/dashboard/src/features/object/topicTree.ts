import type { DimensionName } from '@hotline-atlas/model';
import type { CityMeta } from '../../screen/city.ts';

type Known = Pick<CityMeta, 'labels' | 'parents'>;

/** A value with the dimension it belongs to. */
export interface Node {
  dimension: DimensionName;
  code: string;
}

const topics: readonly DimensionName[] = ['topic1', 'topic2', 'topic3'];

const above = (dimension: DimensionName): DimensionName | undefined => topics[topics.indexOf(dimension) - 1];

/** The level of topics under a dimension; undefined for the lowest. */
export const levelBelow = (dimension: DimensionName): DimensionName | undefined =>
  topics[topics.indexOf(dimension) + 1];

/** The topics a topic belongs to, the highest first; none for other values. */
export function topicsAbove({ dimension, code }: Node, meta: Known): Node[] {
  const [level, parent] = [above(dimension), meta.parents[dimension]?.[code]];
  if (!level || !parent) return [];
  const node = { dimension: level, code: parent };
  return [...topicsAbove(node, meta), node];
}

/** The values beside one, under the same value, in the order of the vocabulary; itself among them. */
function besideOf({ dimension, code }: Node, meta: Known): Node[] {
  const parents = meta.parents[dimension] ?? {};
  return Object.keys(meta.labels[dimension] ?? {})
    .filter((each) => parents[each] === parents[code])
    .map((each) => ({ dimension, code: each }));
}

/** The values before and after one; undefined at either end. */
export function neighboursOf(node: Node, meta: Known): [Node | undefined, Node | undefined] {
  const all = besideOf(node, meta);
  const at = all.findIndex(({ code }) => code === node.code);
  return at < 0 ? [undefined, undefined] : [all[at - 1], all[at + 1]];
}
