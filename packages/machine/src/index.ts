export { ConfigurationError } from './configuration-error.ts';
export { contend, type Flag, type Flags } from './contend.ts';
export { makeDataDir } from './data-folder.ts';
export { readEnvironment } from './environment.ts';
export { isAlive, waitForEnd } from './process-end.ts';
