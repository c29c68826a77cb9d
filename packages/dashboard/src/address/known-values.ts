import { type DimensionName, openAlias, type StandardField, standardValues } from '@hotline-atlas/model';

const isBetween = (value: string, low: number, high: number): boolean =>
  /^\d{1,2}$/.test(value) && Number(value) >= low && Number(value) <= high;

/** Fifteen hexadecimal digits, as H3 writes the cells of its resolutions 0 to 15. */
const cell = /^8[0-9a-f]{14}$/;

const isStandardField = (name: string): name is StandardField => Object.hasOwn(standardValues, name);

/**
 * Whether a dimension can have a value at all: hours of a day, days of a week, hexagons, and the closed lists
 * of the field. What a city names
 * for itself may be anything. The empty value stands for unknown.
 */
export function canBe(dimension: DimensionName, value: string): boolean {
  if (dimension === 'hour_of_day') return isBetween(value, 0, 23);
  if (dimension === 'day_of_week') return isBetween(value, 1, 7);
  if (value === '') return true;
  if (dimension === 'due_state' && value === openAlias) return true;
  if (dimension === 'cell') return cell.test(value);
  return !isStandardField(dimension) || Object.hasOwn(standardValues[dimension], value);
}
