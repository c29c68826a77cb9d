import { expect, test } from 'vitest';
import type { InputFile } from '../read/input-file.ts';
import { lackOfRoom } from './room.ts';

const file = (format: InputFile['format'], compression: InputFile['compression']): InputFile => ({
  path: '/files/one',
  name: 'one',
  format,
  compression,
  bytes: 1e9,
  modified: 0,
});

test('files that certainly do not fit are refused, and what is missing is said', () => {
  expect(lackOfRoom([file('parquet', 'none'), file('csv', 'gz')], 1.5e9)).toMatch(
    /at least 2\.07 GB more .* has 1\.50 GB free.*Free 0\.57 GB or more.*DATA_DIR/,
  );
  expect(lackOfRoom([file('parquet', 'none')], 2e9)).toBeNull();
  expect(lackOfRoom([file('csv', 'none')], 0.5e9)).toBeNull();
  expect(lackOfRoom([], 1e9)).toBeNull();
});
