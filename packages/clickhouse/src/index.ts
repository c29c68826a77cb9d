export {
  type Configuration,
  ConfigurationError,
  readConfiguration,
  type ServerAddress,
} from './configuration.ts';
export { type Connection, connect } from './connect.ts';
export { type Database, isDatabaseError, openDatabase, type Reading, type Statement } from './database.ts';
export { makeDataDir } from './embedded/engine-files.ts';
export { DatabaseError, type DatabaseErrorKind } from './errors.ts';
export { leastFreeBytes } from './least-free.ts';
export { acquireLock, type Lock, LockLostError } from './lock.ts';
export { migrate } from './migrate.ts';
export { precedence, withSettings } from './precedence.ts';
export {
  generationOfAll,
  generationOfYear,
  isOfAll,
  isOfYear,
  monthNumber,
  monthOfGeneration,
  type Publication,
  readPublication,
  yearOfGeneration,
  yearOfMonth,
} from './publication.ts';
export { readSql, sqlExists, sqlFolder } from './sql-folder.ts';
