import type { Permission, Role, Scope } from '@hotline-atlas/model';

/** Who asks. */
export interface Person {
  /** The name of the account; `anyone` with open access. */
  name: string;
  displayName: string;
  role: Role;
  /** Null where they see no appeals. */
  scope: Scope | null;
  may: ReadonlySet<Permission>;
  /** How they are known. */
  by: 'open access' | 'session' | 'token';
}
