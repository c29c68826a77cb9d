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
