import type { GamingKind } from '../calibration.ts';
import type { History } from '../plan/history.ts';

/** A unit that games its evaluation. */
export interface GamingTruth {
  unit: string;
  kind: GamingKind;
  /** The first month in which it does, and the month after the last. */
  from: string;
  to: string;
  /** A share; of what, calibration/gaming.yaml says of each kind. */
  strength: number;
}

/** The units that game; undefined for a history without gaming. */
export const gamingTruths = ({ games, units }: History): GamingTruth[] | undefined =>
  games?.map(({ unit, ...game }) => ({ unit: units[unit - 1]?.code ?? '', ...game }));
