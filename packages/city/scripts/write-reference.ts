/** Writes the reference of fields, words and letters into `cities/README.md`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { reference, referenceMarks } from '../src/reference.ts';

const file = fileURLToPath(new URL('../../../cities/README.md', import.meta.url));
const text = readFileSync(file, 'utf8');
const { begin, end } = referenceMarks;
const [before = '', rest = ''] = text.split(begin);
const [, after = ''] = rest.split(end);
writeFileSync(file, `${before}${begin}\n\n${reference()}\n\n${end}${after}`);
