import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { Icon } from '@hotline-atlas/ui/kit/Icon.tsx';
import { Popover } from '@hotline-atlas/ui/kit/Popover.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useMemo } from 'react';
import { StateLink } from '../panel/ObjectLink.tsx';
import { useScreen } from '../screen/screen.ts';
import { type Entry, entriesOf, stateOfEntry } from './entries.ts';
import { useAlarmCount } from './useAlarmCount.ts';
import { appWords } from './words.ts';

function EntryLink({ entry, onFollow }: { entry: Entry; onFollow?: () => void }) {
  const words = useWords(appWords);
  const { state, language, messages } = useScreen();
  const { name, to } = entry;
  const alarms = useAlarmCount();
  const label = name === 'today' || name === 'places' ? words.entries[name] : messages.pages[name];
  return (
    <StateLink
      to={stateOfEntry(state, entry)}
      current={state.page === to.page && state.object === to.object}
      onFollow={onFollow}
    >
      {label}
      {name === 'alarms' && alarms !== null && alarms > 0 && (
        <span className="badge">
          <span className="hidden">: </span>
          {exact(alarms, language)}
        </span>
      )}
    </StateLink>
  );
}

/** The pages, by the job of whoever asks: few in sight, tools under *Explore*. */
export function PageLinks() {
  const words = useWords(appWords);
  const { state, messages, person } = useScreen();
  const { shown, explore } = useMemo(() => entriesOf(person), [person]);
  const inside = explore.find(({ to }) => to.page === state.page);
  return (
    <nav aria-label={words.navigation} className="page-links">
      {shown.map((entry) => (
        <EntryLink key={entry.name} entry={entry} />
      ))}
      {explore.length > 0 && (
        <Popover
          label={words.explore}
          className="explore"
          buttonClass={inside ? 'explore-button current' : 'explore-button'}
          button={
            <>
              {inside ? words.exploring(messages.pages[inside.to.page]) : words.explore}
              <Icon name="down" />
            </>
          }
        >
          {(close) => (
            <ul>
              {explore.map((entry) => (
                <li key={entry.name}>
                  <EntryLink entry={entry} onFollow={close} />
                </li>
              ))}
            </ul>
          )}
        </Popover>
      )}
    </nav>
  );
}
