/** Writes the standard roles, and what a role can say, into `docs/roles.md`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readRoles, standardRoles } from '../src/read-roles.ts';
import { rolesMarks, rolesTable } from '../src/roles-table.ts';

const file = fileURLToPath(new URL('../../../docs/roles.md', import.meta.url));
const text = readFileSync(file, 'utf8');
const { begin, end } = rolesMarks;
const [before = '', rest = ''] = text.split(begin);
const [, after = ''] = rest.split(end);
writeFileSync(file, `${before}${begin}\n\n${rolesTable(readRoles(standardRoles))}\n\n${end}${after}`);
