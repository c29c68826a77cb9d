import type { ReactNode } from 'react';
import './scroll-box.css';

/** A wide table that scrolls inside itself, by keyboard, too. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset: it groups no controls
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="scroll-box" role="group" tabIndex={0} aria-label={label}>
      {children}
    </div>
  );
}
