import { NotKept } from '@hotline-atlas/store';
import type { Request } from 'express';

/**
 * The identifier in an address.
 * @throws NotKept where it cannot be one
 */
export function keptId({ params }: Request): string {
  const { id } = params;
  if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id)) throw new NotKept();
  return id;
}
