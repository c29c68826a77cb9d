export { ForeignFilesError } from './manifest.ts';
export type { Month } from './plan/calendar.ts';
export { ImpossibleHistoryError } from './plan/history.ts';
export { printReport, type ReportLine, type ReportOptions, report } from './report/report.ts';
export {
  type Progress,
  type Synthesized,
  type SynthesizeOptions,
  synthesize,
  wholeHistory,
} from './synthesize.ts';
export type { CorrectionTruth, Move } from './truth/corrections.ts';
export type { DefectTruth } from './truth/defects.ts';
export type { OutbreakTruth } from './truth/outbreaks.ts';
export type { UnitTruth } from './truth/units.ts';
export type { Truth } from './truth/write-truth.ts';
