/**
 * Measures what intervals of ranks are worth, and how long 72 months of 343 units take. `pnpm trial evaluation
 * [months]`: made-up months of each size whose truth is known, 400 of the smallest where it is not said.
 */
import { judgeMonth } from '../../packages/evaluation/src/answer/judge-month.ts';
import { coverageOf } from '../../packages/evaluation/src/made-up/coverage.ts';
import { madeUpMonth, threeRates } from '../../packages/evaluation/src/made-up/month.ts';
import { scoreMonth } from '../../packages/evaluation/src/score/score-month.ts';

const months = Number(process.argv[2] ?? 400);
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

for (const spread of [0.1, 0.25, 0.5])
  for (const units of [5, 16, 100, 343]) {
    const drawn = Math.max(2, Math.round((5 * months) / units));
    const { ranks, scores, width, lines, wrongTables } = coverageOf(units, drawn, spread);
    const tally = [
      `spread ${spread}`,
      `${units} units × ${drawn}`,
      `true rank in ${percent(ranks)}`,
      `true score in ${percent(scores)}`,
      `${width.toFixed(1)} ranks wide`,
      `${lines} lines`,
      `tables with a wrong one ${percent(wrongTables)}`,
    ];
    process.stdout.write(`${tally.join('\t')}\n`);
  }

const made = Array.from({ length: 73 }, (_, month) => madeUpMonth(343, month + 1, 0.25));
const strata = 40;

/** The same counts, spread over strata, as they come from the database. */
const read = made.map(({ tally, correlation }) => {
  const spread = (values: Float64Array) =>
    Float64Array.from({ length: values.length * strata }, (_, at) => {
      const value = values[Math.floor(at / strata)] ?? 0;
      return Math.floor(value / strata) + Number(at % strata < value % strata);
    });
  const unit = Int32Array.from({ length: 343 * strata }, (_, at) => Math.floor(at / strata));
  const all = spread(tally.appeals);
  return {
    correlation,
    tally: {
      ...tally,
      strata: Array.from({ length: strata }, (_, at) => String(at)),
      unit,
      stratum: unit.map((_, at) => at % strata),
      reason: new Int32Array(unit.length),
      ...{ appeals: all, orders: all, visited: all },
      numerators: tally.numerators.map(spread),
      denominators: tally.denominators.map(spread),
    },
  };
});
for (const round of [1, 2, 3]) {
  const [began, used] = [performance.now(), process.cpuUsage()];
  const scored = read.map(({ tally, correlation }) => scoreMonth(threeRates, tally, correlation));
  for (const [month, now] of scored.entries()) {
    const before = scored[month - 1];
    if (before)
      judgeMonth({ group: { called_in: 10 }, now, before, provisional: false, draws: 600, seed: month });
  }
  const milliseconds = Math.round(performance.now() - began);
  const { user } = process.cpuUsage(used);
  process.stdout.write(
    `343 units × 72 months × ${strata} strata, round ${round}: ${milliseconds} ms, ${Math.round(user / 1000)} of them computing\n`,
  );
}
