import { createContext, useContext } from 'react';
import { light, type Palette } from './tokens.ts';

export const PaletteContext = createContext<Palette>(light);

/** The colours of the page. */
export const usePalette = (): Palette => useContext(PaletteContext);
