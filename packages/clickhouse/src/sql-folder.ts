import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder `sql/history/` of the project. */
export const sqlFolder = fileURLToPath(new URL('../../../sql/history', import.meta.url));

/** A statement of the folder `sql/history/`, by its path there. */
export const readSql = (path: string): string => readFileSync(`${sqlFolder}/${path}`, 'utf8').trim();

/** Whether the folder `sql/history/` has a statement of its own under a path. */
export const sqlExists = (path: string): boolean => existsSync(`${sqlFolder}/${path}`);
