export { type AppOptions, createApp } from './app.ts';
export type { Erasures } from './context/erasures.ts';
export { prefetchEvaluation } from './evaluation/prefetch.ts';
export { type Listening, listen } from './server.ts';
