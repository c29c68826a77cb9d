import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Role } from '@hotline-atlas/model';
import { readLocated } from './read-located.ts';
import { rolesSchema } from './roles-schema.ts';

const fileName = 'roles.yaml';

/** The roles of a city that names none. */
export const standardRoles = fileURLToPath(new URL(`../../../cities/${fileName}`, import.meta.url));

/**
 * The roles of a file.
 * @throws CityPackError naming file, line, field and what was expected
 */
export const readRoles = (file: string): Role[] => readLocated(file, rolesSchema).content;

/** The file of a city's roles: of its pack, else of the folder of packs, else of this program. */
export const rolesFile = (cities: string, code: string): string =>
  [join(cities, code, fileName), join(cities, fileName)].find((file) => existsSync(file)) ?? standardRoles;
