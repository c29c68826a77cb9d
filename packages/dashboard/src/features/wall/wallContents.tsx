import type { ComponentType } from 'react';
import { FigureTiles } from '../city/FigureTiles.tsx';
import { Sentences } from '../city/Sentences.tsx';
import type { WallScreen } from './address.ts';

function Now() {
  return (
    <>
      <Sentences plain />
      <FigureTiles />
    </>
  );
}

/** What each screen shows. */
export const wallContents: Record<WallScreen, ComponentType> = {
  now: Now,
  changed: Now,
  districts: Now,
  orders: Now,
};
