export {
  answerFields,
  appealFieldNames,
  appealFieldOf,
  appealFields,
  countFields,
  type DictionaryField,
  dictionaryFields,
  type FieldForm,
  isDictionaryField,
  type RecordFieldName,
  recordFieldNames,
  type SourceFieldName,
  type StandardWordField,
  sourceFieldNames,
  sourceWordFields,
  standardFields,
  standardWordsOf,
  textFields,
  timeFields,
  unknownCount,
} from './appeal.ts';
export type { AreaProperties } from './area.ts';
export { closingTimeEdges } from './closing-time.ts';
export {
  type Calendar,
  type ComparedSide,
  type Comparison,
  comparedPeriodOf,
  comparisonOf,
  countedBefore,
  type Move,
  type Weight,
} from './comparison.ts';
export { type Content, contents } from './contents.ts';
export { csvField } from './csv-field.ts';
export {
  type DimensionName,
  dimensionNames,
  dimensionOf,
  type Grain,
  grains,
  isGrain,
  type Resolution,
  resolutions,
  visitAnswers,
} from './dimensions.ts';
export {
  asksForOpenOrders,
  choosesByDueState,
  choosesByProgress,
  countsOpenOrdersOnly,
  openAlias,
  openStates,
} from './due-state.ts';
export { fileNameOf } from './file-name.ts';
export { type Clause, encodeClause, splitClause } from './filter.ts';
export { type FoundKind, type FoundMatch, foundKinds, foundMatches, foundPages } from './find.ts';
export {
  companionsOf,
  formulaOf,
  needsCallers,
  needsClosingTimes,
  needsResidents,
  openCountOf,
  type Term,
  termsOf,
} from './formula.ts';
export { governmentOf } from './government.ts';
export {
  type IntegrityCount,
  type IntegrityCounts,
  integrityCountNames,
  lastHoursOfMonth,
  limitBins,
  type PastBase,
} from './integrity-counts.ts';
export * from './judgement/index.ts';
export { leftOutWords } from './left-out-words.ts';
export { type Bilingual, inLanguage, type Language, type Localized, languages } from './localized.ts';
export { localized } from './localized-schema.ts';
export { type Measure, measureColumn, measureNames } from './measures.ts';
export {
  hasChangeShare,
  type MetricName,
  metricNames,
  metricOf,
  needsDueTimes,
  type OpenCount,
  type Unit,
} from './metrics.ts';
export { nearest, suggestion } from './nearest.ts';
export {
  appealsParameters,
  type ExportFormat,
  exportFormats,
  exportParameters,
  findParameters,
  longestCursor,
  mostPlaces,
  mostSheetRecords,
  placesParameters,
  queryParameters,
  recordOrderColumns,
  relatedParameters,
} from './parameters.ts';
export {
  checkParameterNames,
  mostRows,
  type ParsedQuery,
  parseCanonical,
  parseCompare,
  parseComparedSelection,
  parseDate,
  parseDueAt,
  parseName,
  parsePageSize,
  parseQuery,
  parseResolution,
  parseSelection,
  parseShortText,
  parseText,
  parseWhole,
  type RawParameters,
} from './parse-query.ts';
export { bearing, isInside, type Point } from './place-at.ts';
export { placeName, withoutAreas } from './place-name.ts';
export { InvalidQuestion, NotOpen } from './problem.ts';
export {
  type Compare,
  encodeQuery,
  encodeSelection,
  type OpenAsOf,
  type Order,
  type Query,
  type Selection,
} from './query.ts';
export {
  momentsSeen,
  narrowerScope,
  type Permission,
  permissions,
  type Role,
  scopeOfRole,
} from './role.ts';
export {
  isRowMeasure,
  type RowMeasure,
  repeatDays,
  rowMeasureMeaning,
  rowMeasureNames,
} from './row-measures.ts';
export {
  type ClassRule,
  type Counted,
  caseMixDimensions,
  denominatorsOf,
  type EvaluatedGroup,
  enteringDates,
  gapsOf,
  type Indicator,
  isExcluded,
  isValidIn,
  type Movement,
  movements,
  type RankedDimension,
  rankedDimensions,
  type Scheme,
} from './scheme.ts';
export { everything, type Scope } from './scope.ts';
export { contradicts, liesWithin, seesLess } from './scope-comparison.ts';
export { searchWords } from './search-words.ts';
export {
  daysIn,
  daysOfSpans,
  difference,
  earlier,
  intersection,
  isWithin,
  later,
  overlap,
  united,
} from './spans.ts';
export { storedSums } from './stored-sums.ts';
export { stillSummingUp } from './summing-up.ts';
export type { Tally } from './tally.ts';
export {
  bucketEnd,
  buckets,
  daysBetween,
  floorTo,
  isLocalDate,
  type LocalDate,
  monthsBetween,
  type Period,
  previousPeriod,
  shift,
  shiftEnd,
  startsBucket,
  yearBefore,
} from './time.ts';
export { type StandardField, standardValues, unknownLabel } from './values.ts';
export { type Interval, wilsonScoreInterval } from './wilson-interval.ts';
export type * from './wire/access.ts';
export type * from './wire/access-requests.ts';
export type * from './wire/alarms.ts';
export type * from './wire/answer.ts';
export type * from './wire/backlog.ts';
export type * from './wire/change.ts';
export type * from './wire/clusters.ts';
export type * from './wire/completeness.ts';
export type * from './wire/erasures.ts';
export type * from './wire/evaluation.ts';
export type * from './wire/evaluation-course.ts';
export type * from './wire/evaluation-month.ts';
export type * from './wire/evaluation-schemes.ts';
export type * from './wire/find.ts';
export type * from './wire/findings.ts';
export type * from './wire/growth.ts';
export type * from './wire/hotspots.ts';
export type * from './wire/integrity.ts';
export type * from './wire/judgement.ts';
export type * from './wire/kept.ts';
export type * from './wire/monthly-topic-candidates.ts';
export type * from './wire/monthly-topic-effect.ts';
export type * from './wire/monthly-topics.ts';
export type * from './wire/objections.ts';
export type * from './wire/places.ts';
export type * from './wire/rates.ts';
export type * from './wire/records.ts';
export type * from './wire/related.ts';
export type * from './wire/repeats.ts';
export type * from './wire/ripeness.ts';
export type * from './wire/service.ts';
export type * from './wire/trend.ts';
export type * from './wire/unit-evaluation.ts';
export type * from './wire/vocabulary.ts';
