import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useScreen } from '../screen/screen.ts';

/** How many appeals of the choice have no place on any map; nothing until that is known. */
export function NotLocated({ count }: { count: number | null }) {
  const { messages, language } = useScreen();
  return (
    <span className="not-located">
      {count === null ? '' : messages.panels.unlocated(exact(count, language))}
    </span>
  );
}
