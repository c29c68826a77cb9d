import { type ReactNode, type SyntheticEvent, useState } from 'react';

/**
 * Rows, and under them all that is known of the one that is pointed at, focused or touched: parts, number of
 * cases, interval. The
 * place for it is kept free, so that nothing moves.
 */
export function ToldRows({ children }: { children: ReactNode }) {
  const [told, setTold] = useState('');
  const tell = ({ target }: SyntheticEvent) => {
    const row = target instanceof Element ? target.closest('.row') : null;
    setTold(row?.getAttribute('title') ?? '');
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows are the buttons; this only listens
    <div className="told" onFocus={tell} onPointerOver={tell} onPointerDown={tell}>
      <div className="ranked">{children}</div>
      <p className="told-of" aria-hidden="true">
        {told}
      </p>
    </div>
  );
}
