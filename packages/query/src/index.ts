export { type AnswerCache, createAnswerCache } from './cache/answer-cache.ts';
export { compileQuery } from './compile/compile.ts';
export { ofGenerations, rowsWithin, scopeConditions } from './compile/conditions.ts';
export { type Counter, countersOf } from './compile/counters.ts';
export { countsSql } from './compile/counts.ts';
export { shown } from './compile/dimension.ts';
export { shareScans } from './counts/share-scans.ts';
export type { Coverage } from './plan/coverage.ts';
export { type History, historyOf, localDay } from './plan/history.ts';
export { daysOf, monthsOfDays } from './plan/months.ts';
export { dependsOn, newestSeen, nowFor, toMinute, withOpenAsOf } from './plan/open-as-of.ts';
export { type Plan, type PlannedCity, periodOf, planQuery, sourcesOf, withoutOf } from './plan/plan.ts';
export { seesWholeAreas, selectedAreas } from './plan/residents.ts';
export { appealTable, isOfYears, readTables, type Table } from './plan/table.ts';
export { readCellAddresses } from './records/cell-addresses.ts';
export { csvw } from './records/csvw.ts';
export { parseCursor, parseOrderedCursor } from './records/cursor.ts';
export { compileExport, fileFormats } from './records/export.ts';
export { numberKeyOf, withSourceNumber } from './records/number-key.ts';
export { monthsOfId, withOrderNumber } from './records/order-number.ts';
export { type PageRun, type Patience, usualPatience } from './records/page-run.ts';
export { withKeyValues } from './records/parquet-footer.ts';
export { callerKeyOf } from './records/pseudonym.ts';
export { type Reader, recordNumber, visibleColumns } from './records/record-columns.ts';
export { answerRelated, type RelatedRun } from './records/related.ts';
export {
  areCallersKnown,
  type Repeated,
  type RepeatedAppeal,
  type RepeatsRun,
  readEarlierAppeals,
  readRepeated,
  readRepeatedAppeals,
  seesCallers,
} from './records/repeats.ts';
export { answerPage } from './records/run-page.ts';
export { sealFor } from './records/seal.ts';
export {
  monthsOfRecords,
  type RecordOrder,
  type RecordSelection,
  recordConditions,
  writtenOrder,
} from './records/selected.ts';
export { cutMark } from './records/sheet-rows.ts';
export { workbook } from './records/workbook.ts';
export { boundsOfAlarms, boundsOfQuestions } from './run/limits.ts';
export { asOf, costTold } from './run/meta.ts';
export { notice } from './run/notices.ts';
export { type ReadCounts, readTogether } from './run/read-counts.ts';
export { createCoverageReader } from './run/read-coverage.ts';
export type { Run } from './run/run.ts';
export { answerArrow, answerRows } from './run/run-query.ts';
export { createSeenBy } from './run/seen-by.ts';
export { TooHeavy } from './run/too-heavy.ts';
export { all, bind, join, list, name, type Sql, sql, whole } from './sql/sql.ts';
