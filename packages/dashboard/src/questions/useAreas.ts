import type { Areas } from '@hotline-atlas/ui/map/outline.ts';
import { useRequest } from './useRequest.ts';

/** Boundaries of a level; nothing is asked where the city has none. */
export const useAreas = (level: 'district' | 'subdistrict' | null) =>
  useRequest<Areas>(level ? `areas?level=${level}` : '');
