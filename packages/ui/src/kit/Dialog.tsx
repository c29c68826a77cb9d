import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useWords } from '../words/dictionary.ts';
import { uiWords } from '../words/uiWords.ts';
import { IconButton } from './IconButton.tsx';

/** A dialog over the page: focus stays inside, Escape closes, focus returns to where it was. */
export function Dialog(props: {
  title: string;
  className?: string;
  onClose: () => void;
  testId?: string;
  children: ReactNode;
}) {
  const words = useWords(uiWords);
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the element is taken out of the page: only then does the browser know where the focus was.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) {
      element.showModal();
      // What is to be typed in first: by itself a dialog begins with its button to close.
      element.querySelector<HTMLElement>('[data-first=true]')?.focus();
    }
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click on the backdrop closes; the keyboard has Escape
    <dialog
      ref={dialog}
      className={`dialog ${props.className ?? ''}`}
      aria-label={props.title}
      data-testid={props.testId}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) props.onClose();
      }}
    >
      <div className="dialog-body">
        <header className="dialog-head">
          <h2>{props.title}</h2>
          <IconButton icon="close" label={words.close} onClick={props.onClose} />
        </header>
        {props.children}
      </div>
    </dialog>
  );
}
