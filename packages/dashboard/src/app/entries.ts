import { clausesFor, turnedTo } from '../address/object.ts';
import type { Page, Place } from '../address/place.ts';
import { changed, type DashboardState } from '../address/state.ts';
import { homeOf } from '../screen/home.ts';
import type { Person } from '../screen/person.ts';
import { followedOn } from './followed.ts';

/** An entry of the bar: the page it leads to, and what it is called there. */
export interface Entry {
  name: Page | 'today' | 'places';
  to: Place;
}

/** What the bar leads to: entries in sight, and those under *Explore*. */
export interface Entries {
  shown: readonly Entry[];
  explore: readonly Entry[];
}

const entry = (page: Page): Entry => ({ name: page, to: { page, object: '' } });

/**
 * The entries of whoever asks, by their job. Who works for one district or unit begins there and finds places
 * on the map; who studies has the tools in sight; everybody else begins at the city.
 */
export function entriesOf(person: Person): Entries {
  const home = homeOf(person);
  if (home.page === 'overview')
    return {
      shown: [...(['overview', 'map', 'trend', 'units', 'appeals', 'alarms'] as const).map(entry)],
      explore: [entry('evaluation'), entry('monthlyTopics')],
    };
  if (home.object !== '')
    return {
      shown: [
        { name: 'today', to: home },
        entry('appeals'),
        { name: 'places', to: { page: 'map', object: '' } },
        entry('alarms'),
      ],
      explore: [entry('evaluation'), entry('overview'), entry('trend'), entry('units')],
    };
  return {
    shown: [entry('city'), entry('evaluation'), entry('appeals'), entry('alarms')],
    explore: [entry('monthlyTopics'), entry('overview'), entry('map'), entry('trend'), entry('units')],
  };
}

/** The screen an entry leads to: filters go along where its page follows them. */
export function stateOfEntry(state: DashboardState, { to }: Entry): DashboardState {
  if (!followedOn[to.page].startsWith('filters')) return turnedTo(state, to);
  return changed(state, {
    ...to,
    where: clausesFor(to.page, state.where),
    appeals: { open: '', cursor: '' },
  });
}
