import type { Language, Unit } from '@hotline-atlas/model';
import { changeSize } from './numbers.ts';

export interface Change {
  direction: 'up' | 'down' | 'same';
  /** Without a sign: `12.9%`, `0.4 pp`. */
  size: string;
  /** With its sign: `+12.9%`. */
  signed: string;
}

const points: Record<Language, string> = { en: ' pp', zh: '个百分点' };
const signs = { up: '+', down: '\u2212', same: '±' } as const;

/** How a value moved: shares in percentage points, everything else in per cent of what it was. */
export function changeOf(
  value: number | null,
  before: number | null,
  unit: Unit,
  language: Language,
): Change | null {
  if (value === null || before === null || (unit !== 'share' && before === 0)) return null;
  const amount = unit === 'share' ? (value - before) * 100 : ((value - before) / before) * 100;
  const rounded = Math.round(Math.abs(amount) * 10) / 10;
  const size = changeSize(rounded, language) + (unit === 'share' ? points[language] : '%');
  const direction = rounded === 0 ? 'same' : amount > 0 ? 'up' : 'down';
  return { direction, size, signed: signs[direction] + size };
}
