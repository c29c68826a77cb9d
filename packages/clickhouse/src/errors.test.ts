import { expect, test } from 'vitest';
import { DatabaseError, withoutSecrets } from './errors.ts';

test('a failure does not tell the values of secret parameters', () => {
  const message =
    'Memory limit exceeded: while executing sipHash128Keyed((12345_UInt64, 678_UInt64), caller)';
  const details = { kind: 'too_heavy', code: 241, queryId: 'q', sql: 'SELECT 1' } as const;
  const error = new DatabaseError(message, { ...details, cause: new Error(message) });
  const told = withoutSecrets(error, { secret_caller_0: '12345', secret_caller_1: '678', rows: 241 });
  expect(told).toMatchObject({ ...details, cause: undefined });
  expect(told.message).toBe(
    'Memory limit exceeded: while executing sipHash128Keyed((…_UInt64, …_UInt64), caller)',
  );
  expect(withoutSecrets(error, { rows: 12345 })).toBe(error);
});
