import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const notOfXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const escaped = (text: string): string =>
  text
    .replace(notOfXml, '\uFFFD')
    .replace(/_(?=x[0-9a-f]{4})/gi, '_x005F_')
    .replace(/[&<>"]/g, (character) => escapes[character] ?? '');

const textCell = (text: string): string =>
  `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
/** A row of texts as an XML element. */
export const textRow = (texts: readonly string[]): string => `<row>${texts.map(textCell).join('')}</row>`;

const sheetBegin = `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
const sheetEnd = '</sheetData></worksheet>';

/** The same whenever and wherever a workbook is made, so that the same records give the same bytes. */
const unchanging = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };

/** The parts of a workbook of two sheets that are always the same. */
const frame: Record<string, string> = {
  '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${sheetType}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Appeals" sheetId="1" r:id="rId1"/><sheet name="About" sheetId="2" r:id="rId2"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
};

async function* sheet(columns: readonly string[], rows: Readable): AsyncGenerator<Buffer> {
  yield Buffer.from(sheetBegin + textRow(columns));
  for await (const chunk of rows) yield chunk as Buffer;
  yield Buffer.from(sheetEnd);
}

/**
 * A workbook (Office Open XML) as a stream: a sheet of rows that come as XML elements, and a sheet that says
 * what they are. Fails when the rows fail, and never ends as if it were whole.
 * @param rows `<row>` elements, as {@link sheetRows} makes them
 * @param about names and what stands beside them
 */
export function workbook(
  columns: readonly string[],
  rows: Readable,
  about: readonly (readonly [string, string])[],
): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  for (const [path, content] of Object.entries(frame))
    zip.addBuffer(Buffer.from(declaration + content), path, unchanging);
  const aboutSheet = Buffer.from(sheetBegin + about.map(textRow).join('') + sheetEnd);
  zip.addBuffer(aboutSheet, 'xl/worksheets/sheet2.xml', unchanging);
  const first = Readable.from(sheet(columns, rows), { objectMode: false });
  for (const source of [first, zip]) source.once('error', (cause: Error) => output.destroy(cause));
  output.once('close', () => {
    first.destroy();
    rows.destroy();
  });
  zip.addReadStream(first, 'xl/worksheets/sheet1.xml', { ...unchanging, compressionLevel: 3 });
  zip.end();
  return output;
}
