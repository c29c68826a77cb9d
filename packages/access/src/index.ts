export { type Access, type AccessOptions, createAccess } from './access.ts';
export { auditEvents } from './audit/audit.ts';
export { AccessFailure } from './people/failures.ts';
export { anyone, type Person } from './people/person.ts';
export { readAuthSecret } from './settings/auth-secret.ts';
export { type AccessConfiguration, readAccessConfiguration } from './settings/configuration.ts';
