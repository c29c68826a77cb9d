import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { Icon } from '@hotline-atlas/ui/kit/Icon.tsx';
import { useLanguage, useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { lazy, Suspense, useEffect, useState } from 'react';
import { findWords } from './words.ts';
import './find-box.css';

const FindDialog = lazy(() => import('./FindDialog.tsx').then((module) => ({ default: module.FindDialog })));

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Whether a key asks to find something: `/`, or K with the control or command key. */
function asksToFind(event: KeyboardEvent): boolean {
  if (event.altKey || event.isComposing) return false;
  if (event.key.toLowerCase() === 'k') return (event.ctrlKey || event.metaKey) && !event.shiftKey;
  return event.key === '/' && !event.ctrlKey && !event.metaKey && !isTyping(event.target);
}

/** The box in the bar that finds anything: a place, topic, unit, page, an order by its number, words. */
export function FindBox() {
  const words = useWords(findWords);
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (!asksToFind(event) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', open);
    return () => window.removeEventListener('keydown', open);
  }, []);
  return (
    <>
      <button
        type="button"
        className="find-box"
        aria-haspopup="dialog"
        aria-keyshortcuts="/ Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        <Icon name="search" />
        <span className="hidden">{labelled(words.find, '', language)}</span>
        <span className="find-box-text">{words.placeholder}</span>
        <span className="find-box-key" aria-hidden="true">
          /
        </span>
      </button>
      {isOpen && (
        <Suspense>
          <FindDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
