import { DatabaseError } from '@hotline-atlas/clickhouse';
import { expect, test } from 'vitest';
import { explainFailure } from '../explain-failure.ts';
import { problemOfFile } from './file-problem.ts';
import { LoadError } from './load-error.ts';

const refused = (message: string, kind: DatabaseError['kind'] = 'invalid') =>
  new DatabaseError(message, { kind, code: 36, queryId: 'q', sql: 'INSERT INTO appeal_incoming' });

test('what the engine says of a file is told on one line, without SQL', () => {
  const error = refused(
    'Unknown encoding ANSI: In scope SELECT toTimeZone(coalesce(x)) FROM input(1): While executing Parser.\n(at row 1)',
  );
  expect(problemOfFile('a.csv', error)).toBe(
    'a.csv: the database cannot read it as the source says: Unknown encoding ANSI',
  );
  expect(explainFailure(error)).not.toMatch(/SELECT|INSERT|^ {4}at /m);
});

test('a file nobody may read says whose permission is missing', () => {
  const error = Object.assign(new Error("EACCES: permission denied, open 'a.csv'"), {
    code: 'EACCES',
    syscall: 'open',
    path: 'a.csv',
  });
  expect(problemOfFile('a.csv', error)).toMatch(/^a\.csv: no permission to read it; allow it/);
  expect(explainFailure(error)).toMatch(/^a\.csv: no permission to read it/);
});

test('a defect met in a file is its problem, told without a trace', () => {
  expect(problemOfFile('a.csv', new TypeError('x is not a function'))).toBe(
    'a.csv: it cannot be read (x is not a function)',
  );
  expect(explainFailure(new TypeError('x is not a function'))).not.toMatch(/^ {4}at /m);
});

test('what keeps every file from loading is no problem of one', () => {
  expect(problemOfFile('a.csv', refused('connect ECONNREFUSED', 'unreachable'))).toBeNull();
  expect(problemOfFile('a.csv', refused('no space', 'disk_full'))).toBeNull();
  expect(problemOfFile('a.csv', new LoadError('a.csv: the file is empty'))).toBe('a.csv: the file is empty');
});
