import { type ReactNode, useEffect, useRef, useState } from 'react';

/** Closes what is open when the reader turns to something else, or presses Escape. */
function useDismissal(isOpen: boolean, close: () => void) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const away = ({ target }: Event) => {
      if (target instanceof Node && !host.current?.contains(target)) close();
    };
    const dismiss = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      host.current?.querySelector('button')?.focus();
      close();
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('focusin', away);
    document.addEventListener('keydown', dismiss);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('focusin', away);
      document.removeEventListener('keydown', dismiss);
    };
  }, [isOpen, close]);
  return host;
}

/** A button, and under it what it opens. */
export function Popover(props: { label: string; button: ReactNode; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const [close] = useState(() => () => setOpen(false));
  const host = useDismissal(isOpen, close);
  return (
    <div ref={host} className="popover-host">
      <button
        type="button"
        className="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {props.button}
      </button>
      {isOpen && (
        <div className="popover" role="dialog" aria-label={props.label}>
          {props.children}
        </div>
      )}
    </div>
  );
}
