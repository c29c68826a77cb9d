import type { Person } from '@hotline-atlas/access';
import type { Permission, Scope } from '@hotline-atlas/model';
import { NotAllowed } from '../problems/failures.ts';

/**
 * What somebody may see.
 * @throws NotAllowed where they see no appeals
 */
export function scopeOf({ scope, role }: Person): Scope {
  if (!scope) throw new NotAllowed(`The role ${role.name} sees no appeals.`);
  return scope;
}

/** @throws NotAllowed where somebody may not do something */
export function demand(permission: Permission, { may, role, by }: Person): void {
  if (may.has(permission)) return;
  const who = by === 'token' && role.may.includes(permission) ? 'A token' : `The role ${role.name}`;
  throw new NotAllowed(`${who} may not do this (${permission}).`);
}
