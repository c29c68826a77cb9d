import { readCity } from '@hotline-atlas/city';
import { readConfiguration } from '@hotline-atlas/clickhouse';
import { explainFailure } from '@hotline-atlas/ingest';
import { startDevelopment } from './development.ts';

const configuration = readConfiguration(process.env, process.env.INIT_CWD ?? process.cwd());
const stopping = new AbortController();
const stop = () => stopping.abort();
process.once('SIGINT', stop).once('SIGTERM', stop);

try {
  readCity(configuration.citiesDir, configuration.city);
  await startDevelopment(configuration, process.argv.slice(2), stopping.signal);
  process.exit(0);
} catch (error) {
  if (stopping.signal.aborted) process.exit(0);
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exit(1);
}
