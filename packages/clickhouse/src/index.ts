export { ConfigurationError, makeDataDir } from '@hotline-atlas/machine';
export { type Binder, newBinder } from './binder.ts';
export { type Completeness, fewestWithYears, fewTexts, readCompleteness } from './completeness.ts';
export { type Configuration, readConfiguration } from './configuration.ts';
export { type Connection, connect } from './connect.ts';
export { type Cost, type Database, isDatabaseError, type Statement } from './database.ts';
export { DatabaseError, type DatabaseErrorKind } from './errors.ts';
export {
  firstGenerationOf,
  generationOfAll,
  generationOfYear,
  isOfAll,
  isOfYear,
  monthNumber,
  monthNumberSql,
  monthOfGeneration,
  monthOfGenerationSql,
  nextNumber,
  placeOfGeneration,
  placeOfNumber,
  yearOfGeneration,
  yearOfMonth,
} from './generation.ts';
export { leastFreeBytes } from './least-free.ts';
export { acquireLock, type Lock, LockLostError } from './lock.ts';
export { migrate } from './migrate.ts';
export { precedence, withSettings } from './precedence.ts';
export { type Publication, readNewestPublication, readPublication } from './publication.ts';
export { readSql, sqlExists, sqlFolder } from './sql-folder.ts';
