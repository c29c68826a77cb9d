import type { City } from '@hotline-atlas/city';
import { InvalidQuestion, nearest, type Role, suggestion } from '@hotline-atlas/model';
import { reservedNames } from '../people/person-of-account.ts';
import { accountName } from './account-name.ts';

/** What the people of a city can be responsible for. */
export interface Duties {
  roles: readonly Role[];
  districts: readonly string[];
  units: readonly string[];
}

export function dutiesOf({ areas, units, roles }: City): Duties {
  const codes = (level: 'district' | 'subdistrict') =>
    areas
      .filter((area) => area.level === level)
      .flatMap(({ features }) => features.features.map(({ properties }) => properties.code));
  const districts = codes('district');
  return {
    roles,
    districts,
    units: [...units.map(({ code }) => code), ...districts, ...codes('subdistrict')],
  };
}

function checkName(parameter: string, sent: string, known: readonly string[]): void {
  if (!known.includes(sent))
    throw new InvalidQuestion(parameter, sent, suggestion(sent, known), nearest(sent, known));
}

/** @throws InvalidQuestion where an account cannot be called so */
export function checkAccountName(name: string): void {
  if (!accountName.test(name))
    throw new InvalidQuestion(
      'name',
      name.slice(0, 80),
      'use 2 to 63 of a–z, 0–9, dot, hyphen and underscore, a letter first, all in lower case',
    );
  if (reservedNames.includes(name))
    throw new InvalidQuestion('name', name, 'this name stands for something else');
}

/**
 * @throws InvalidQuestion naming what the city does not know, and the nearest it knows
 */
export function checkDuty(
  {
    role: name,
    districts,
    units,
    project,
  }: { role: string; districts: readonly string[]; units: readonly string[]; project: string | null },
  duties: Duties,
): void {
  checkName(
    'role',
    name,
    duties.roles.map((role) => role.name),
  );
  for (const district of districts) checkName('districts', district, duties.districts);
  for (const unit of units) checkName('units', unit, duties.units);
  if (project !== null && !/^[a-z0-9][a-z0-9-]{0,39}$/.test(project))
    throw new InvalidQuestion('project', project.slice(0, 80), 'use up to 40 of a–z, 0–9 and hyphen');
  const role = duties.roles.find((one) => one.name === name);
  if (role?.sees === 'own' && districts.length === 0 && units.length === 0)
    throw new InvalidQuestion(
      'districts',
      '',
      `the role ${name} sees its own districts or units, and needs at least one`,
    );
}
