import type { Report } from '../document/report.ts';
import { type BulletinGroup, bulletinReports } from '../evaluation/bulletin.ts';
import { letterReports } from '../evaluation/letter.ts';
import type { LetterPaper } from '../evaluation/letter-paper.ts';
import type { EvaluationPaper } from '../evaluation/paper.ts';
import { sheetReport } from '../evaluation/sheet-report.ts';
import { sheetWorkbook } from '../evaluation/sheet-workbook.ts';
import { createTypesetter, type Typesetter } from '../typst/typesetter.ts';
import { writeWorkbook } from '../workbook/write-workbook.ts';

/** What a thread makes. It gets data; what stands on the paper is worked out there. */
export type DocumentTask =
  | { kind: 'sheet'; format: 'pdf' | 'xlsx'; paper: EvaluationPaper }
  | { kind: 'bulletin'; groups: readonly BulletinGroup[] }
  | { kind: 'letter'; paper: LetterPaper };

/** Variants of one report, the longest first; the first is taken that has no more than so many pages. */
interface Fitting {
  variants: readonly Report[];
  pages: number | null;
}

let typesetter: Typesetter | null = null;

/** Bytes of a report. The compiler of the first one serves all later ones. */
function setReport({ variants, pages }: Fitting): Uint8Array {
  typesetter ??= createTypesetter();
  return typesetter.set(variants, pages);
}

function reportOf(task: DocumentTask): Fitting {
  if (task.kind === 'bulletin') return { variants: bulletinReports(task.groups), pages: 1 };
  if (task.kind === 'letter') return { variants: letterReports(task.paper), pages: 2 };
  return { variants: [sheetReport(task.paper)], pages: null };
}

/** Makes the bytes of a document. */
export async function render(task: DocumentTask): Promise<Uint8Array> {
  if (task.kind === 'sheet' && task.format === 'xlsx') return writeWorkbook(sheetWorkbook(task.paper));
  return setReport(reportOf(task));
}
