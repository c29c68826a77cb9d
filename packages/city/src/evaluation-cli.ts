import { fileURLToPath } from 'node:url';
import { describeEvaluation } from './describe-evaluation.ts';
import { readCity } from './read-city.ts';
import { CityPackError } from './read-file.ts';

const cities = fileURLToPath(new URL('../../../cities', import.meta.url));
const usage = 'pnpm evaluation check <city>   reads cities/<city>/evaluation.yaml and says what it means';

/** `pnpm evaluation check <city>`: exit 1 with file, line, field and expectation where it is wrong. */
function run([command, code, ...rest]: string[]): number {
  if (command !== 'check' || code === undefined || rest.length > 0) {
    console.error(usage);
    return 2;
  }
  try {
    for (const line of describeEvaluation(readCity(cities, code))) console.log(line);
    return 0;
  } catch (error) {
    if (!(error instanceof CityPackError)) throw error;
    console.error(error.message);
    return 1;
  }
}

process.exitCode = run(process.argv.slice(2));
