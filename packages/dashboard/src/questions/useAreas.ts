import type { Areas } from '@hotline-atlas/ui/map/outline.ts';
import { useStored } from './useAnswer.ts';

/** Boundaries of a level; nothing is asked where the city has none. */
export const useAreas = (level: 'district' | 'subdistrict' | null) =>
  useStored<Areas>(level ? `areas?level=${level}` : '');
