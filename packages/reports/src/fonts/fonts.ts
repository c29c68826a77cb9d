import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { glyphRanges, holdsOneOf } from './glyphs.ts';

/** Weights that reports are set in. */
const weights = { regular: '400Regular', strong: '600SemiBold' };

interface FontPackage {
  name: string;
  file: (weight: string) => string;
  /** What the files call themselves, and what they are called here: of the same length. */
  family: string;
  called: string;
}

const han: FontPackage = {
  name: '@expo-google-fonts/noto-sans-sc',
  file: (weight) => `${weight}/NotoSansSC_${weight}.ttf`,
  family: 'Noto Sans SC',
  called: 'Report Hanzi',
};

/** Latin letters of the same hand. Quotes of the Han font are as wide as a Han character. */
const latin: FontPackage = {
  name: '@expo-google-fonts/source-sans-3',
  file: (weight) => `${weight}/SourceSans3_${weight}.ttf`,
  family: 'Source Sans 3',
  called: 'Report Latin!',
};

/** Names in a font file are UTF-16, the high byte first. */
const inFontFile = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

/**
 * A font under a name of our own, so that none of the machine is ever taken for it.
 */
function renamed(font: Buffer, { family, called }: FontPackage): Buffer {
  const [from, to] = [inFontFile(family), inFontFile(called)];
  for (let at = font.indexOf(from); at >= 0; at = font.indexOf(from, at + to.length)) to.copy(font, at);
  return font;
}

const require = createRequire(import.meta.url);

const readFont = (source: FontPackage, weight: string): Buffer =>
  renamed(readFileSync(require.resolve(`${source.name}/${source.file(weight)}`)), source);

/** The fonts of all reports: files, names by language, and which characters they have. */
export interface ReportFonts {
  files: Buffer[];
  families: { en: string[]; zh: string[] };
  has: (point: number) => boolean;
}

/** Reads the fonts, from packages: none of the machine is used. */
export function readFonts(): ReportFonts {
  const files = [han, latin].map((source) =>
    Object.values(weights).map((weight) => readFont(source, weight)),
  );
  const regular = files.flatMap(([first]) => first ?? []);
  return {
    files: files.flat(),
    families: { en: [latin.called, han.called], zh: [han.called] },
    has: holdsOneOf(regular.flatMap(glyphRanges)),
  };
}
