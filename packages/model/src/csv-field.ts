/** What a spreadsheet takes a cell for a formula by, in full width too, where people write so. */
const formulaStart = /^[=+\-@＝＋－＠\t\r\n]/;

/**
 * A field of a CSV file. A text that a spreadsheet would compute gets an apostrophe in front; null is empty.
 */
export function csvField(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const harmless = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
