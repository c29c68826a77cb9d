import type { Compression } from '../input-file.ts';

const startsWith = (bytes: Buffer, signature: string, at = 0): boolean =>
  bytes.subarray(at, at + signature.length).equals(Buffer.from(signature, 'latin1'));

/** How bytes are packed, by their first four. */
export function compressionOf(bytes: Buffer): Compression {
  if (startsWith(bytes, '\x1f\x8b')) return 'gz';
  return startsWith(bytes, '\x28\xb5\x2f\xfd') ? 'zst' : 'none';
}

const unpack = 'unpack it and load the files in it';
const asText = 'export it as CSV and load that';

function archiveOf(bytes: Buffer): string {
  if (/\[Content_Types\]\.xml|xl\/|_rels\//.test(bytes.toString('latin1')))
    return 'an Excel workbook; save its sheet as “CSV UTF-8” and load that';
  if (startsWith(bytes, 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 30))
    return 'an OpenDocument spreadsheet; save its sheet as CSV and load that';
  return `a ZIP archive; ${unpack}`;
}

/** What files of other kinds begin with, and what to do about it. */
const kinds: readonly (readonly [signature: string, is: string, at?: number])[] = [
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an old Excel workbook; save its sheet as “CSV UTF-8” and load that'],
  ['\xfd7zXZ\x00', 'packed with xz; unpack it, or pack it with gzip'],
  ['7z\xbc\xaf\x27\x1c', `a 7-Zip archive; ${unpack}`],
  ['Rar!\x1a\x07', `a RAR archive; ${unpack}`],
  ['\x04\x22\x4d\x18', 'packed with lz4; unpack it, or pack it with gzip'],
  ['\x1f\x9d', 'packed with compress; unpack it, or pack it with gzip'],
  ['\x1f\x8b', 'packed twice; unpack it once'],
  ['\x28\xb5\x2f\xfd', 'packed twice; unpack it once'],
  ['ustar', `a tar archive; ${unpack}`, 257],
  ['PAR1', 'a Parquet file; name it .parquet, or give --format parquet'],
  ['ARROW1\x00', `an Arrow file; ${asText}`],
  ['Obj\x01', `an Avro file; ${asText}`],
  ['SQLite format 3\x00', `an SQLite database; ${asText}`],
  ['%PDF-', 'a PDF document; fetch the table itself'],
  ['\x89PNG\r\n', 'a picture; fetch the table itself'],
  ['\xff\xd8\xff', 'a picture; fetch the table itself'],
  ['\xff\xfe\x00\x00', 'text in UTF-32; save it as UTF-8 and load that'],
  ['\x00\x00\xfe\xff', 'text in UTF-32; save it as UTF-8 and load that'],
  [
    'version https://git-lfs',
    'the pointer Git LFS keeps in place of a file; fetch the file with git lfs pull',
  ],
];

/** What bytes are that are no table of text, and what to do about it; null where they may be one. */
export function foreignContent(bytes: Buffer): string | null {
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return archiveOf(bytes);
  const found = kinds.find(([signature, , at]) => startsWith(bytes, signature, at));
  if (found) return found[1];
  if (/^BZh[1-9]1AY&SY/.test(bytes.toString('latin1', 0, 10)))
    return 'packed with bzip2; unpack it, or pack it with gzip';
  return null;
}

const isControl = (byte: number): boolean =>
  byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 26 && byte !== 27;

/** Whether bytes hold more control characters than text does, a damaged one too. */
function isBinary(bytes: Buffer): boolean {
  let found = 0;
  for (const byte of bytes) if (isControl(byte)) found++;
  return found > 16 && found > bytes.length / 50;
}

/** The same of text: what is written in another form than a table. */
export function foreignText(bytes: Buffer): string | null {
  if (isBinary(bytes)) return 'something else than text; fetch or export the table anew';
  const begin = bytes.toString('utf8', 0, 1000).trimStart();
  if (/^<!doctype html|^<html|^<head|^<script/i.test(begin))
    return 'a web page, perhaps one that refused the download; open it in a browser, then fetch the file again';
  if (/^<\?xml|^<[a-z][\w:.-]*[\s/>]/i.test(begin)) return `an XML file; ${asText}`;
  return null;
}
