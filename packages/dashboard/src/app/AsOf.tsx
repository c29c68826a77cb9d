import { dayLabel } from '@hotline-atlas/ui/format/dates.ts';
import { useScreen } from '../screen/screen.ts';

/** The last day that has data. */
export function AsOf() {
  const { meta, messages, language } = useScreen();
  if (!meta.lastDay) return null;
  return <span className="as-of">{messages.asOf(dayLabel(meta.lastDay, language))}</span>;
}
