import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { reference, referenceMarks } from './reference.ts';

test('cities/README.md has the reference of fields, words and letters as the schemas say it', () => {
  const readme = readFileSync(fileURLToPath(new URL('../../../cities/README.md', import.meta.url)), 'utf8');
  const [, rest = ''] = readme.split(referenceMarks.begin);
  const [held = ''] = rest.split(referenceMarks.end);
  expect(held.trim(), 'run: node --import tsx packages/city/scripts/write-reference.ts').toBe(reference());
});
