export { type AppOptions, createApp } from './app.ts';
export { type Listening, listen } from './server.ts';
