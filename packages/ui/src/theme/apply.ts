import { dark, fontFamily, light, type Palette } from './tokens.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themes)[number];

const darkScheme = () => matchMedia('(prefers-color-scheme: dark)');

/** Light or dark, as chosen or as the system asks. */
export const schemeOf = (choice: ThemeChoice): 'light' | 'dark' =>
  choice === 'auto' ? (darkScheme().matches ? 'dark' : 'light') : choice;

export const paletteOf = (scheme: 'light' | 'dark'): Palette => (scheme === 'dark' ? dark : light);

/** Puts the tokens where the style sheets read them. */
export function applyScheme(scheme: 'light' | 'dark'): void {
  const { style } = document.documentElement;
  style.colorScheme = scheme;
  style.setProperty('--font', fontFamily);
  for (const [name, value] of Object.entries(paletteOf(scheme)))
    if (typeof value === 'string') style.setProperty(`--${name}`, value);
}

/** Calls back whenever the system changes between light and dark. */
export function onSystemScheme(changed: () => void): () => void {
  const query = darkScheme();
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
