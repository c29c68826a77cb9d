/**
 * Adds up rows that agree in their keys; every other column is a number. Keeps the order in which keys first
 * appear.
 */
export function addUp<Row extends object>(rows: readonly Row[], keys: readonly (keyof Row)[]): Row[] {
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const key = keys.map((name) => String(row[name])).join('\u0000');
    const known = sums.get(key);
    if (!known) {
      sums.set(key, { ...row });
      continue;
    }
    for (const name of Object.keys(row) as (keyof Row)[]) {
      if (!keys.includes(name)) known[name] = (Number(known[name]) + Number(row[name])) as Row[keyof Row];
    }
  }
  return [...sums.values()];
}
