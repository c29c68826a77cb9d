import { connect, readConfiguration, readPublication } from '@hotline-atlas/clickhouse';
import { readCity } from '@hotline-atlas/city';
import { parseQuery, everything } from '@hotline-atlas/model';
import { compileQuery } from './compile/compile.ts';
import { historyOf } from './plan/history.ts';
import { planQuery } from './plan/plan.ts';
import { readTables } from './plan/table.ts';
import { boundsOfQuestions } from './answer/limits.ts';
const c = readConfiguration({ ...process.env, DATA_DIR: '/work/data/atlas', CITY: 'beijing', CALLER_KEY: '0123456789abcdef0123456789abcdef' }, '/work/main');
const city = readCity(c.citiesDir, c.city); const conn = await connect(c); const db = await conn.database('beijing');
const history = historyOf((await readPublication(db))!, city.time_zone); const tables = await readTables(db);
const raw = Object.fromEntries([...new URLSearchParams(process.argv[2]).keys()].map((k) => [k, new URLSearchParams(process.argv[2]).getAll(k)]));
const q = parseQuery(raw as never, city.regimes.map((r) => r.name));
const plan = planQuery(q, everything, history, city, tables);
const { text, parameters } = compileQuery(plan, 60001);
console.error(text); console.error(JSON.stringify(parameters, null, 0).slice(0, 3000));
for (let k = 0; k < 5; k++) { const b = performance.now(); const r = await db.bytes({ sql: text + '\nFORMAT JSONColumns', parameters, settings: boundsOfQuestions }); console.log((performance.now() - b).toFixed(1), r.body.length, r.rowsRead); }
await conn.close();
