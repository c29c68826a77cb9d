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

export interface PopoverProps {
  label: string;
  button: ReactNode;
  /** How the button looks, and what it is called where it is nothing but a drawing. */
  buttonClass?: string;
  buttonLabel?: string;
  className?: string;
  /** What it opens; as a function where something in it closes it, upon which the button has the focus. */
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** A button, and under it what it opens. */
export function Popover(props: PopoverProps) {
  const [isOpen, setOpen] = useState(false);
  const [close] = useState(() => () => setOpen(false));
  const host = useDismissal(isOpen, close);
  const leave = () => {
    host.current?.querySelector('button')?.focus();
    close();
  };
  return (
    <div ref={host} className={`popover-host ${props.className ?? ''}`}>
      <button
        type="button"
        className={props.buttonClass ?? 'button'}
        aria-label={props.buttonLabel}
        title={props.buttonLabel}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {props.button}
      </button>
      {isOpen && (
        <div className="popover" role="dialog" aria-label={props.label}>
          {typeof props.children === 'function' ? props.children(leave) : props.children}
        </div>
      )}
    </div>
  );
}
