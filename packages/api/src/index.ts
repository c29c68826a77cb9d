export { compileQuery } from './compile/compile.ts';
export { type AppOptions, createApp } from './http/app.ts';
export { type Listening, listen } from './http/server.ts';
export { type History, historyOf } from './plan/history.ts';
export { type Plan, planQuery } from './plan/plan.ts';
export { appealTable, readTables, type Table } from './plan/table.ts';
export type { Sql } from './sql/sql.ts';
