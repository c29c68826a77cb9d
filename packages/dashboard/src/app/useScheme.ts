import { onPrinting } from '@hotline-atlas/ui/kit/printing.ts';
import {
  applyScheme,
  onSystemScheme,
  paletteOf,
  schemeOf,
  type ThemeChoice,
} from '@hotline-atlas/ui/theme/apply.ts';
import type { Palette } from '@hotline-atlas/ui/theme/tokens.ts';
import { useEffect, useLayoutEffect, useState } from 'react';

/** The colours of a theme, which follow the system; paper is always light. */
export function useScheme(theme: ThemeChoice): Palette {
  const [scheme, setScheme] = useState(() => schemeOf(theme));
  useEffect(() => {
    setScheme(schemeOf(theme));
    return onSystemScheme(() => setScheme(schemeOf(theme)));
  }, [theme]);
  const [printing, setPrinting] = useState(false);
  useEffect(() => onPrinting(setPrinting), []);
  const shown = printing ? 'light' : scheme;
  useLayoutEffect(() => applyScheme(shown), [shown]);
  return paletteOf(shown);
}
