/** Where the table of a name begins in a font file; null where it has none. */
function tableAt(font: Buffer, name: string): number | null {
  const tables = font.readUInt16BE(4);
  for (let table = 0; table < tables; table++) {
    const entry = 12 + 16 * table;
    if (font.toString('latin1', entry, entry + 4) === name) return font.readUInt32BE(entry + 8);
  }
  return null;
}

/** Where the subtable of the characters of all planes begins. */
function segmentsAt(font: Buffer, table: number): number | null {
  const subtables = font.readUInt16BE(table + 2);
  for (let subtable = 0; subtable < subtables; subtable++) {
    const begin = table + font.readUInt32BE(table + 4 + 8 * subtable + 4);
    if (font.readUInt16BE(begin) === 12) return begin;
  }
  return null;
}

/**
 * Characters a font has glyphs for, as ranges of code points with both ends, ascending: the subtable of
 * format 12 of `cmap` (OpenType 1.9).
 * @throws Error where the font has none
 */
export function glyphRanges(font: Buffer): [number, number][] {
  const table = tableAt(font, 'cmap');
  const begin = table === null ? null : segmentsAt(font, table);
  if (begin === null) throw new Error('The font tells no characters of all planes (cmap, format 12).');
  return Array.from({ length: font.readUInt32BE(begin + 12) }, (_, group) => {
    const at = begin + 16 + 12 * group;
    return [font.readUInt32BE(at), font.readUInt32BE(at + 4)];
  });
}

/** A test of whether some of the ranges hold a code point. */
export function holdsOneOf(ranges: readonly (readonly [number, number])[]): (point: number) => boolean {
  const inOrder = [...ranges].sort(([one], [other]) => one - other);
  return (point) => {
    let [low, high] = [0, inOrder.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [first = 0, last = 0] = inOrder[middle] ?? [];
      if (point < first) high = middle - 1;
      else if (point > last) low = middle + 1;
      else return true;
    }
    return false;
  };
}
