import { useScreen } from '../../screen/screen.ts';

/** The page of one area. */
export function AreaPage() {
  const { state, messages } = useScreen();
  return <p className="page-message">{[messages.pages.area, state.object].filter(Boolean).join(' ')}</p>;
}
