/**
 * What may differ between two runs over the same appeals, as `<where it stands>.<name>`. Everything else is
 * compared.
 */
export const leftOut: readonly string[] = [
  'meta.milliseconds',
  'meta.judging_milliseconds',
  'meta.rows_read',
  'meta.source',
  'as_of.last_load',
  'as_of.version',
  'health.version',
  'health.engine',
  'about.Version of the data',
  'about.Published',
  'file name.version',
  'page.next_cursor',
];

const names = new Set(leftOut);

/**
 * A value with its names in order and without what may differ.
 * @param within what the value is part of
 */
export function comparable(value: unknown, within: string): unknown {
  if (Array.isArray(value)) return value.map((each) => comparable(each, within));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !names.has(`${within}.${name}`))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, comparable(each, name === 'notes' ? 'about' : name)]),
  );
}

/** A file name, or a text that holds one, without the version of the data. */
export const withoutVersion = (text: string): string => text.replace(/_v\d+\./, '_v.');
