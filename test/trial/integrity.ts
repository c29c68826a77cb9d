/**
 * Measures how often findings of integrity ask about units that did nothing, and how many that game they
 * find. `pnpm trial integrity [months]`: made-up months of each size whose truth is known, 60 of each where it
 * is not said.
 */
import { flagsMeasured } from '../../packages/evaluation/src/made-up/false-flags.ts';

const months = Number(process.argv[2] ?? 60);
const percent = (part: number, of: number): string =>
  of === 0 ? '–' : `${((100 * part) / of).toFixed(part / of < 0.02 ? 2 : 0)} %`;

for (const units of [16, 100, 343])
  for (const [spread, gaming] of [
    [0.15, 0],
    [0.4, 0],
    [0.15, 0.2],
    [0.4, 0.2],
  ] as const) {
    const drawn = Math.max(2, Math.round((16 * months) / units));
    for (const { kind, clean, falseFlags, gaming: games, found } of flagsMeasured(drawn, {
      ...{ units, spread, gaming },
    })) {
      const row = [
        `${units} units`,
        `spread ${spread}`,
        kind.padEnd(18),
        `${falseFlags} of ${clean} clean (${percent(falseFlags, clean)})`,
        `${found} of ${games} found (${percent(found, games)})`,
      ];
      process.stdout.write(`${row.join('\t')}\n`);
    }
  }
