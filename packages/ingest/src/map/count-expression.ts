import { unknownCount } from '@hotline-atlas/model';

/**
 * A whole number from 0 to 999 as a text says it, `2` and `2.0` alike; -1 where it says none. Full-width
 * digits are digits.
 */
export function countFromText(text: string): string {
  const digits = `translateUTF8(${text}, '０１２３４５６７８９', '0123456789')`;
  return `if(match(${digits}, '^[0-9]{1,3}([.]0*)?$'), toInt16OrZero(extract(${digits}, '^[0-9]{1,3}')), toInt16(${unknownCount}))`;
}
