import { everything, type Permission, type Role, type Scope } from '@hotline-atlas/model';

/** Who asks. */
export interface Person {
  /** The name of the account; `anyone` with open access. */
  name: string;
  displayName: string;
  role: Role;
  /** Null where they see no appeals. */
  scope: Scope | null;
  may: ReadonlySet<Permission>;
  /** Whether a code is asked of them at sign-in. */
  secondFactor: boolean;
  /** How they are known. */
  by: 'open access' | 'session' | 'token' | 'console';
}

const open: Role = {
  name: 'anyone',
  label: { en: 'Open access', zh: '开放访问' },
  sees: 'city',
  texts: everything.texts,
  place: everything.place,
  time: everything.time,
  callers: 'hidden',
  published: everything.published,
  rankings: everything.rankings,
  may: ['keep', 'share', 'annotate', 'export', 'object', 'evaluate', 'erase'],
};

/** Everybody, where access is open. */
export const anyone: Person = {
  name: open.name,
  displayName: open.label.en,
  role: open,
  scope: everything,
  may: new Set(open.may),
  secondFactor: false,
  by: 'open access',
};
