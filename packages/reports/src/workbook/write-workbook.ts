import { writeXlsx } from 'hucre/xlsx';
import type { NumberForm, PlannedSheet, PlannedWorkbook, SheetValue } from '../document/workbook.ts';

/** The date every workbook bears: the day one is made does not change it. */
const unchanging = new Date(Date.UTC(2000, 0, 1));
/** Letters a cell of a workbook holds at the most: ECMA-376, 18.18.93. */
const longestCell = 32_767;
const mostWide = 60;

const notOfXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function writtenValue(value: SheetValue): SheetValue {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' ? value.replace(notOfXml, '\uFFFD').slice(0, longestCell) : value;
}

const formatsOf = (decimals: number): Record<NumberForm, string | undefined> => ({
  count: '#,##0',
  share: '0.0%',
  score: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`,
  probability: '0.0000',
  text: undefined,
});

/** `A`, `Z`, `AA` … */
const letterOf = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26);

const head = {
  font: { bold: true },
  alignment: { wrapText: true, vertical: 'top' as const },
  fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: 'D9E9E9' } },
};

function sheetOf({ name, columns, rows, filters }: PlannedSheet, decimals: number) {
  const formats = formatsOf(decimals);
  const whole = `A1:${letterOf(columns.length - 1)}${rows.length + 1}`;
  return {
    name,
    columns: columns.map(({ form, width }) => {
      const format = formats[form];
      return {
        width: Math.min(mostWide, Math.max(6, width)),
        ...(format
          ? { numFmt: format }
          : { style: { alignment: { wrapText: true, vertical: 'top' as const } } }),
      };
    }),
    rows: [columns.map(({ title }) => title), ...rows.map((row) => row.map(writtenValue))],
    cells: new Map(columns.map(({ title }, at) => [`0,${at}`, { value: title, style: head }] as const)),
    freezePane: { rows: 1, columns: 0 },
    ...(filters && rows.length > 0 && { autoFilter: { range: whole } }),
    pageSetup: { orientation: 'landscape' as const, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

/**
 * Runs something while the platform's compressor is out of sight. Its bytes depend on the processor and the
 * version of Node.js; hucre's own, which it takes then, are the same everywhere.
 */
async function withoutCompressor<Result>(run: () => Promise<Result>): Promise<Result> {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'CompressionStream');
  Reflect.deleteProperty(globalThis, 'CompressionStream');
  try {
    return await run();
  } finally {
    if (own) Object.defineProperty(globalThis, 'CompressionStream', own);
  }
}

/** A workbook (Office Open XML). The same plan gives the same bytes. */
export function writeWorkbook({ title, sheets, decimals }: PlannedWorkbook): Promise<Uint8Array> {
  return withoutCompressor(() =>
    writeXlsx({
      sheets: sheets.map((sheet) => sheetOf(sheet, decimals)),
      properties: { title, created: unchanging, modified: unchanging },
      defaultFont: { name: 'Calibri', size: 11 },
    }),
  );
}
