import { useScreen } from '../../screen/screen.ts';

/** The page of the city: what a leader reads in the morning. */
export function CityPage() {
  const { state, messages } = useScreen();
  return <p className="page-message">{[messages.pages.city, state.object].filter(Boolean).join(' ')}</p>;
}
