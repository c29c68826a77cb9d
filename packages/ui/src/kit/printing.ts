import { flushSync } from 'react-dom';

/** Lays the page out for paper before anything measures itself; what measures listens after this. */
export function preparePrinting(): void {
  const mark = (printing: boolean) => document.documentElement.classList.toggle('printing', printing);
  window.addEventListener('beforeprint', () => mark(true));
  window.addEventListener('afterprint', () => mark(false));
}

/** Calls back, and draws what that changes at once, when printing begins or ends. @returns stops listening */
export function onPrinting(changed: (printing: boolean) => void): () => void {
  const begin = () => flushSync(() => changed(true));
  const end = () => changed(false);
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  return () => {
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  };
}
