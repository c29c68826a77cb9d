import { type IntegrityKind, integrityKinds } from '@hotline-atlas/model';
import { judgeIntegrity } from '../integrity/judge-integrity.ts';
import { type MadeUpIntegrity, madeUpIntegrity } from './integrity.ts';

/** What questions of a kind were worth over made-up months whose truth is known. */
export interface FlagsMeasured {
  kind: IntegrityKind;
  /** Unit-months of units that do not game at all, and how many were asked about for this kind. */
  clean: number;
  falseFlags: number;
  /** Unit-months of units that game in this way, and how many were found. */
  gaming: number;
  found: number;
}

/** Counts false and right questions of each kind. @param months how many are made up */
export function flagsMeasured(months: number, of: Omit<MadeUpIntegrity, 'seed'>, seed = 1): FlagsMeasured[] {
  const measured = integrityKinds.map((kind) => ({ kind, clean: 0, falseFlags: 0, gaming: 0, found: 0 }));
  for (let month = 0; month < months; month++) {
    const { counts, games } = madeUpIntegrity({ ...of, seed: 1000 * seed + month });
    const asked = judgeIntegrity(counts).filter(({ standing }) => standing === 'question');
    const gaming = new Set(games.map(({ unit }) => unit));
    for (const each of measured) {
      const flagged = new Set(asked.filter(({ kind }) => kind === each.kind).map(({ unit }) => unit));
      const own = games.filter(({ kind }) => kind === each.kind);
      each.clean += counts.units.length - gaming.size;
      each.falseFlags += [...flagged].filter((unit) => !gaming.has(unit)).length;
      each.gaming += own.length;
      each.found += own.filter(({ unit }) => flagged.has(unit)).length;
    }
  }
  return measured;
}
