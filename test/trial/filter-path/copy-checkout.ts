import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { globSync } from 'tinyglobby';
import { instrument, type NamedFunction } from './instrument.ts';
import { onlyPanel } from './one-panel.ts';

/** A copy of a checkout whose functions tell their arguments. */
export interface InstrumentedCheckout {
  folder: string;
  /** By number. */
  functions: readonly NamedFunction[];
}

/**
 * Copies a checkout, except for what is installed, and instruments the sources of its packages.
 * @param panel the component that is left on the page
 * @param values what there are buttons for, which choose it among the areas
 */
export function copyInstrumented(
  checkout: string,
  panel: string,
  values: readonly string[],
): InstrumentedCheckout {
  const folder = mkdtempSync(join(tmpdir(), 'filter-path-'));
  const isKept = (from: string) => !/^(\.git|data|node_modules)$|(^|\/)dist$/.test(relative(checkout, from));
  cpSync(checkout, folder, { recursive: true, verbatimSymlinks: true, filter: isKept });
  symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'));
  const functions: NamedFunction[] = [];
  for (const found of globSync('packages/*/src/**/*.{ts,tsx}', {
    cwd: folder,
    ignore: ['**/*.test.*', '**/*.d.ts'],
  })) {
    const path = found.split(sep).join('/');
    const text = onlyPanel(path, readFileSync(join(folder, path), 'utf8'), panel, values);
    writeFileSync(join(folder, path), instrument(path, text, functions));
  }
  return { folder, functions };
}
