export { ConfigurationError } from './configuration-error.ts';
export { contend, type Flag, type Flags } from './contend.ts';
export { makeDataDir } from './data-folder.ts';
