import type { DimensionName, Favourites, View } from '@hotline-atlas/model';
import { FailedPanel } from '@hotline-atlas/ui/kit/Failure.tsx';
import { IconButton } from '@hotline-atlas/ui/kit/IconButton.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useState } from 'react';
import { placeOfValue } from '../../address/object.ts';
import { useNavigation } from '../../address/useNavigation.ts';
import { ObjectLink } from '../../panel/ObjectLink.tsx';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { Star } from '../favourites/Star.tsx';
import { useFavourites } from '../favourites/useFavourites.ts';
import { useViews } from './useViews.ts';
import { openedAddress } from './viewAddress.ts';
import { viewWords } from './words.ts';

interface MenuProps {
  onOpened: () => void;
  onManage: (view: View) => void;
}

function ViewRow({ view, onOpened, onManage }: { view: View } & Pick<MenuProps, 'onOpened' | 'onManage'>) {
  const words = useWords(viewWords);
  const { state } = useScreen();
  const { open } = useNavigation();
  const search = openedAddress(view, state);
  const told = [
    ...(view.mine ? [] : [words.of(view.owner)]),
    ...(view.audience === 'me' ? [] : [words.audiences[view.audience]]),
    ...(view.version === null ? [] : [words.pinned(view.version)]),
  ];
  return (
    <li className={state.views.open === view.id ? 'chosen' : ''}>
      <Star kind="view" code={view.id} name={view.name} />
      <a
        href={search}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          open(search);
          onOpened();
        }}
      >
        {view.name}
        {told.length > 0 && <small>{told.join(' · ')}</small>}
      </a>
      {view.mine && <IconButton icon="edit" label={words.manage(view.name)} onClick={() => onManage(view)} />}
    </li>
  );
}

type Favourite = Favourites['favourites'][number];

const topicLevels = ['topic1', 'topic2', 'topic3'] as const;

/** The dimension a favourite is a value of. */
function dimensionFor({ kind, code }: Favourite, { meta }: Screen): DimensionName | null {
  if (kind === 'view') return null;
  if (kind !== 'topic') return kind;
  return topicLevels.find((level) => Object.hasOwn(meta.labels[level] ?? {}, code)) ?? null;
}

/** A place, topic or unit that is kept at hand, with the way to its page. */
function PlaceRow({ favourite, onOpened }: { favourite: Favourite; onOpened: () => void }) {
  const screen = useScreen();
  const dimension = dimensionFor(favourite, screen);
  const { code, kind } = favourite;
  const to = dimension && placeOfValue(dimension, code);
  if (!to) return null;
  const name = screen.label(dimension, code);
  return (
    <li>
      <Star kind={kind} code={code} name={name} />
      <ObjectLink to={to} onFollow={onOpened}>
        {name}
      </ObjectLink>
    </li>
  );
}

/** Rows from which on one is looked for by name. */
const many = 8;

/** What is saved and kept at hand: opened, found, changed. */
export function ViewsMenu({ onOpened, onManage }: MenuProps) {
  const words = useWords(viewWords);
  const { person } = useScreen();
  const view = useViews();
  const { favourites = [], has } = useFavourites(person.may.has('keep'));
  const [wanted, setWanted] = useState('');
  const all = view.answer?.views ?? [];
  const part = wanted.trim().toLocaleLowerCase();
  const found = all.filter(({ name, owner }) => `${name} ${owner}`.toLocaleLowerCase().includes(part));
  const kept = found.filter(({ id }) => has({ kind: 'view', code: id }));
  const others = found.filter((each) => !kept.includes(each));
  const places = part === '' ? favourites.filter(({ kind }) => kind !== 'view') : [];
  const groups = [
    { name: words.favourites, views: kept, places },
    { name: words.mine, views: others.filter(({ mine }) => mine), places: [] },
    { name: words.shared, views: others.filter(({ mine }) => !mine), places: [] },
  ].filter((group) => group.views.length + group.places.length > 0);
  return (
    <div className="views-list">
      {view.error && <FailedPanel view={view} />}
      {all.length >= many && (
        <div className="field-line">
          <input
            type="search"
            aria-label={words.find}
            placeholder={words.find}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        </div>
      )}
      {view.answer && groups.length === 0 && (
        <p className="hint">{part === '' ? words.none : words.notFound}</p>
      )}
      {groups.map((group) => (
        <section key={group.name} aria-label={group.name}>
          <h3>{group.name}</h3>
          <ul>
            {group.views.map((each) => (
              <ViewRow key={each.id} view={each} onOpened={onOpened} onManage={onManage} />
            ))}
            {group.places.map((each) => (
              <PlaceRow key={each.kind + each.code} favourite={each} onOpened={onOpened} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
