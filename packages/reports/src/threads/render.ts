import type { Report } from '../document/report.ts';
import type { PlannedWorkbook } from '../document/workbook.ts';
import type { EvaluationPaper } from '../evaluation/paper.ts';
import { sheetReport } from '../evaluation/sheet-report.ts';
import { sheetWorkbook } from '../evaluation/sheet-workbook.ts';
import { createTypesetter, type Typesetter } from '../typst/typesetter.ts';
import { writeWorkbook } from '../workbook/write-workbook.ts';

/** What a thread makes. It gets data; what stands on the paper is worked out there. */
export type DocumentTask = { kind: 'sheet'; format: 'pdf' | 'xlsx'; paper: EvaluationPaper };

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

const planOf = ({ paper }: DocumentTask): PlannedWorkbook => sheetWorkbook(paper);

function reportOf(task: DocumentTask): Fitting {
  return { variants: [sheetReport(task.paper)], pages: null };
}

/** Makes the bytes of a document. */
export async function render(task: DocumentTask): Promise<Uint8Array> {
  if (task.kind === 'sheet' && task.format === 'xlsx') return writeWorkbook(planOf(task));
  return setReport(reportOf(task));
}
