import { useScreen } from '../../screen/screen.ts';

/** The page of one topic. */
export function TopicPage() {
  const { state, messages } = useScreen();
  return <p className="page-message">{[messages.pages.topic, state.object].filter(Boolean).join(' ')}</p>;
}
