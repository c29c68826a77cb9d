import { useScreen } from '../../screen/screen.ts';

/** The page of one alert. */
export function AlertPage() {
  const { state, messages } = useScreen();
  return <p className="page-message">{[messages.pages.alert, state.object].join(' ')}</p>;
}
