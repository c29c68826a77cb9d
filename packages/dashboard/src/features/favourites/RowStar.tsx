import type { DimensionName } from '@hotline-atlas/model';
import { Star } from './Star.tsx';
import type { FavouriteKind } from './useFavourites.ts';

const kinds: Partial<Record<DimensionName, FavouriteKind>> = {
  district: 'district',
  subdistrict: 'subdistrict',
  topic1: 'topic',
  topic2: 'topic',
  topic3: 'topic',
  unit: 'unit',
};

interface RowStarProps {
  dimension: DimensionName | undefined;
  code: string;
  name: string;
}

/** Keeps what a row of a list is about at hand, where that is an area, a topic or a unit. */
export function RowStar({ dimension, code, name }: RowStarProps) {
  const kind = dimension && kinds[dimension];
  return kind && code !== '' ? <Star kind={kind} code={code} name={name} /> : null;
}
