import { useDepth } from '../address/useNavigation.ts';
import { useScreen } from '../screen/screen.ts';

/**
 * Takes the last choice back, as the browser's own button does; there only when there is one to take back.
 */
export function Undo() {
  const { messages } = useScreen();
  if (useDepth() === 0) return null;
  return (
    <button type="button" className="link" onClick={() => window.history.back()}>
      {messages.filters.undo}
    </button>
  );
}
