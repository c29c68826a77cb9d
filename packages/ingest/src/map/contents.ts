import { type Content, contents } from '@hotline-atlas/model';

/** Contents that all loads speak of alike. */
export interface Group {
  contents: readonly Content[];
  /** Whether every load speaks of them, or none. */
  always: boolean;
}

/**
 * Parts the contents by which loads speak of them, so that what always comes together is compared together.
 * Pure.
 * @param sets every set of fields that loads speak of; an empty one is of a load that speaks of all
 */
export function groupContents(sets: readonly (readonly string[])[]): Group[] {
  const keyOf = ({ field }: Content) =>
    sets.map((set) => (set.length === 0 || set.includes(field) ? 1 : 0)).join('');
  const isAlways = (content: Content) => new Set(keyOf(content)).size <= 1;
  const apart = new Map<string, Content[]>();
  for (const content of contents.filter((each) => !isAlways(each)))
    apart.set(keyOf(content), [...(apart.get(keyOf(content)) ?? []), content]);
  const always: Group = { contents: contents.filter(isAlways), always: true };
  return [always, ...[...apart.values()].map((of): Group => ({ contents: of, always: false }))];
}

/** Condition that a row's load speaks of a group. */
export const speaks = ({ contents: [first], always }: Group): string =>
  always || !first
    ? '1'
    : `load NOT IN (SELECT load FROM load FINAL WHERE notEmpty(fields) AND NOT has(fields, '${first.field}'))`;
