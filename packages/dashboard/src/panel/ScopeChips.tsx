import { Icon } from '@hotline-atlas/ui/kit/Icon.tsx';
import { describeScope } from '../screen/describe.ts';
import { useScreen } from '../screen/screen.ts';

/** What limits everything for who asks: chips without a way to take them back. */
export function ScopeChips() {
  const screen = useScreen();
  const { filters } = screen.messages;
  return describeScope(screen).map((text) => (
    <span key={text} className="chip fixed" title={filters.onlyWhy} data-testid="scope-chip">
      <span>
        <Icon name="lock" /> {filters.only(text)}
      </span>
    </span>
  ));
}
