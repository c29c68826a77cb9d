import { fileURLToPath } from 'node:url';
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import type { Report } from '../document/report.ts';
import { type ReportFonts, readFonts } from '../fonts/fonts.ts';
import { withNotes } from './printable.ts';

/** A report could not be set; the message says what Typst says of it, never what the report holds. */
class NotSet extends Error {
  override readonly name = 'NotSet';
}

/** Sets reports. */
export interface Typesetter {
  /**
   * A report as PDF: tagged, with language and title. The same report gives the same bytes, whatever machine
   * and day it is.
   * @param variants of one report, the longest first; the first is taken that has no more than `pages` pages
   * @throws NotSet where none has, or Typst warns of something
   */
  set(variants: readonly Report[], pages: number | null): Buffer;
}

const folder = fileURLToPath(new URL('../../typst', import.meta.url));
const template = `${folder}/report.typ`;

interface Told {
  severity?: unknown;
  message?: unknown;
}

/** What Typst says of an error or a warning, without the place in the source. */
function toldOf(compiler: NodeCompiler, error: NodeError): string {
  const told = compiler.fetchDiagnostics(error) as Told[];
  return told.map(({ message }) => String(message)).join('; ');
}

/** Results that Typst keeps from one report to the next: how many reports they may be old. */
const oldestKept = 4;

function setOne(compiler: NodeCompiler, { families, has }: ReportFonts, report: Report) {
  const data = { ...withNotes(report, has), families: families[report.language] };
  const compiled = compiler.compile({ mainFilePath: template, inputs: { data: JSON.stringify(data) } });
  const problem = compiled.takeError() ?? compiled.takeWarnings();
  if (problem) throw new NotSet(`Typst: ${toldOf(compiler, problem)}`);
  if (!compiled.result) throw new NotSet('Typst gave no document.');
  return compiled.result;
}

/** A typesetter with a compiler of its own, which takes memory and some time to begin with: keep it. */
export function createTypesetter(fonts: ReportFonts = readFonts()): Typesetter {
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: fonts.files }] });
  return {
    set(variants, pages) {
      for (const report of variants) {
        const document = setOne(compiler, fonts, report);
        if (pages !== null && document.numOfPages > pages) continue;
        const bytes = compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: 0 });
        compiler.evictCache(oldestKept);
        return bytes;
      }
      throw new NotSet(`The report has more than ${pages} pages, however short it is made.`);
    },
  };
}
