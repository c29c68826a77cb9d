import type { Scheme, SchemeDifference } from '@hotline-atlas/model';

type Part = SchemeDifference['part'];
type Fields = Record<string, unknown>;

/** A value as text, whatever the order of its fields and of its lists: neither says anything. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).sort().join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}:${textOf(each)}`);
  return `{${fields.sort().join()}}`;
}

const told = (value: unknown): unknown => value ?? null;

function changedFields(part: Part, name: string | null, before: Fields, after: Fields): SchemeDifference[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return fields
    .filter((field) => textOf(before[field]) !== textOf(after[field]))
    .map((field) => ({
      ...{ part, name, field, kind: 'changed' as const },
      ...{ before: told(before[field]), after: told(after[field]) },
    }));
}

interface Named {
  name: string;
}

/** Parts that are new, gone, or have other fields, in the order of the later scheme. */
function changedParts(part: Part, before: readonly Named[], after: readonly Named[]): SchemeDifference[] {
  const earlier = new Map(before.map((each) => [each.name, each]));
  const later = new Set(after.map(({ name }) => name));
  const difference = (kind: 'added' | 'removed', each: Named): SchemeDifference => ({
    ...{ part, name: each.name, field: null, kind },
    ...{ before: kind === 'added' ? null : each, after: kind === 'added' ? each : null },
  });
  return [
    ...after.flatMap((each) => {
      const was = earlier.get(each.name);
      return was ? changedFields(part, each.name, { ...was }, { ...each }) : [difference('added', each)];
    }),
    ...before.filter(({ name }) => !later.has(name)).map((each) => difference('removed', each)),
  ];
}

/** The first class that fits counts, so another order is another rule. */
function changedOrder(before: readonly Named[], after: readonly Named[]): SchemeDifference[] {
  const common = (one: readonly Named[], other: readonly Named[]) =>
    one.map(({ name }) => name).filter((name) => other.some((each) => each.name === name));
  const [was, is] = [common(before, after), common(after, before)];
  if (was.join() === is.join()) return [];
  return [{ part: 'scheme', name: null, field: 'order_of_classes', kind: 'changed', before: was, after: is }];
}

/** What a scheme says besides its names, its months and its parts. */
function ownFields(scheme: Scheme): Fields {
  const { starts_on, enters_by, sign_within, exclusions, case_mix, decimals, example, source } = scheme;
  return { starts_on, enters_by, sign_within, exclusions, case_mix, decimals, example, source };
}

/** Every difference of two schemes, name and months apart: fields of the scheme, and parts by their names. */
export const schemeDifferences = (before: Scheme, after: Scheme): SchemeDifference[] => [
  ...changedFields('scheme', null, ownFields(before), ownFields(after)),
  ...changedParts('indicator', before.indicators, after.indicators),
  ...changedParts('group', before.groups, after.groups),
  ...changedParts('class', before.classes, after.classes),
  ...changedOrder(before.classes, after.classes),
];
