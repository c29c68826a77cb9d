import { Icon } from '@hotline-atlas/ui/kit/Icon.tsx';
import { Popover } from '@hotline-atlas/ui/kit/Popover.tsx';
import { Segmented } from '@hotline-atlas/ui/kit/Segmented.tsx';
import { themes } from '@hotline-atlas/ui/theme/apply.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../screen/screen.ts';
import { appWords } from './words.ts';

/** How the page looks: its colours, on a wall, on paper. */
export function LooksMenu() {
  const words = useWords(appWords);
  const { state, change } = useScreen();
  const showOnWall = () => {
    change({ page: 'city', object: '', wall: true });
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
  };
  return (
    <Popover
      label={words.looks}
      buttonLabel={words.looks}
      className="looks"
      buttonClass="icon-button"
      button={<Icon name="more" />}
    >
      {(close) => (
        <>
          <Segmented
            label={words.theme.label}
            showLabel
            options={themes.map((name) => ({ name, label: words.theme[name] }))}
            chosen={state.theme}
            onChoose={(theme) => change({ theme })}
          />
          <button
            type="button"
            className="menu-item"
            onClick={() => {
              close();
              showOnWall();
            }}
          >
            <Icon name="whole" /> {words.wall.enter}
          </button>
          <button
            type="button"
            className="menu-item"
            onClick={() => {
              close();
              window.print();
            }}
          >
            <Icon name="print" /> {words.printPage}
          </button>
        </>
      )}
    </Popover>
  );
}
