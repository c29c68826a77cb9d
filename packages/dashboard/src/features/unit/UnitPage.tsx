import { useScreen } from '../../screen/screen.ts';

/** The page of one unit. */
export function UnitPage() {
  const { state, messages } = useScreen();
  return <p className="page-message">{[messages.pages.unit, state.object].filter(Boolean).join(' ')}</p>;
}
