import type { FieldName } from '@hotline-atlas/city';

/**
 * What a version of an appeal says as a whole or not at all: the field that stands for it in the ledger, the columns that hold it, those
 * that are worked out from them, and the field it lies within.
 */
export interface Unit {
  field: FieldName;
  columns: readonly string[];
  derived?: readonly string[];
  /** Without the same value there, what is said here is of another place or topic. */
  within?: FieldName;
}

const single = (...fields: FieldName[]): Unit[] => fields.map((field) => ({ field, columns: [field] }));

/** Everything a file can speak of. `location_quality` of appeals without a point follows their area. */
export const units: readonly Unit[] = [
  { field: 'received', columns: ['received'], derived: ['day', 'hour'] },
  ...single('dispatched', 'due', 'closed', 'visited', 'kind', 'appellant', 'channel', 'topic1'),
  { field: 'topic2', columns: ['topic2'], within: 'topic1' },
  { field: 'topic3', columns: ['topic3'], within: 'topic2' },
  ...single('district'),
  { field: 'subdistrict', columns: ['subdistrict'], within: 'district' },
  ...single('unit', 'urgency', 'status', 'handling', 'contacted', 'resolved', 'satisfied', 'excluded_reason'),
  { field: 'latitude', columns: ['latitude', 'longitude'], derived: ['cell', 'location_quality'] },
  ...single('address', 'caller', 'text', 'reply'),
];

/** Units all loads speak of alike. */
export interface Group {
  units: readonly Unit[];
  /** Whether every load speaks of them, or none. */
  always: boolean;
}

/**
 * Parts the units by which loads speak of them, so that what always comes together is compared together. Pure.
 * @param sets every set of fields that loads speak of; an empty one is of a load that speaks of all
 */
export function groupUnits(sets: readonly (readonly string[])[]): Group[] {
  const keyOf = ({ field }: Unit) =>
    sets.map((set) => (set.length === 0 || set.includes(field) ? 1 : 0)).join('');
  const isAlways = (unit: Unit) => new Set(keyOf(unit)).size <= 1;
  const apart = new Map<string, Unit[]>();
  for (const unit of units.filter((each) => !isAlways(each)))
    apart.set(keyOf(unit), [...(apart.get(keyOf(unit)) ?? []), unit]);
  const always: Group = { units: units.filter(isAlways), always: true };
  return [always, ...[...apart.values()].map((of): Group => ({ units: of, always: false }))];
}

/** Condition that a row's load speaks of a group. */
export const speaks = ({ units: [first], always }: Group): string =>
  always || !first
    ? '1'
    : `load NOT IN (SELECT load FROM load FINAL WHERE notEmpty(fields) AND NOT has(fields, '${first.field}'))`;
