import { useScreen } from '../../screen/screen.ts';

/** The page of one appeal. */
export function AppealPage() {
  const { state, messages } = useScreen();
  return <p className="page-message">{[messages.pages.appeal, state.object].join(' ')}</p>;
}
